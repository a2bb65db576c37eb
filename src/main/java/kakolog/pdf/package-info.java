/** Reads PDFs in a process of their own: how many pages, their text, their images. */
@NullMarked
package kakolog.pdf;

import org.jspecify.annotations.NullMarked;
