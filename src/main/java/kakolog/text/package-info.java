/** Text: Markdown to HTML, messages in two languages, folding for search. */
@NullMarked
package kakolog.text;

import org.jspecify.annotations.NullMarked;
