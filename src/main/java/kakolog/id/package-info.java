/** Typed, validated identifiers; imports nothing of ours. */
@NullMarked
package kakolog.id;

import org.jspecify.annotations.NullMarked;
