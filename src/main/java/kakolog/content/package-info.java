/** Files that people write, read into events, agendas, topics and links. */
@NullMarked
package kakolog.content;

import org.jspecify.annotations.NullMarked;
