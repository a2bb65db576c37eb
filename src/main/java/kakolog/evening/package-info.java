/** The evening itself: the viewing URL and its hours. */
@NullMarked
package kakolog.evening;

import org.jspecify.annotations.NullMarked;
