/** What participants of an event are given: uploading, keeping, showing it. */
@NullMarked
package kakolog.material;

import org.jspecify.annotations.NullMarked;
