/** The organizers' desk. */
@NullMarked
package kakolog.organizer;

import org.jspecify.annotations.NullMarked;
