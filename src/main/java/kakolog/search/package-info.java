/** The index that answers /search, with the audience of each document in the query. */
@NullMarked
package kakolog.search;

import org.jspecify.annotations.NullMarked;
