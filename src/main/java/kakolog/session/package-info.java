/** Who is signed in, and how they stand in the Discord server. */
@NullMarked
package kakolog.session;

import org.jspecify.annotations.NullMarked;
