/** Splits a running announcement page, as the community kept it before, into the files of the content folder. */
@NullMarked
package kakolog.announcement;

import org.jspecify.annotations.NullMarked;
