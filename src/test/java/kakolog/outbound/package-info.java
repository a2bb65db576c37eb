@NullMarked
package kakolog.outbound;

import org.jspecify.annotations.NullMarked;
