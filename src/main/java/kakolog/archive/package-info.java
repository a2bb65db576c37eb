/** Pages that combine what the content holds: home, events, links, topics, search, feeds, the API. */
@NullMarked
package kakolog.archive;

import org.jspecify.annotations.NullMarked;
