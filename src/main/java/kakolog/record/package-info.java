/** The change record: who changed which right or thing when. */
@NullMarked
package kakolog.record;

import org.jspecify.annotations.NullMarked;
