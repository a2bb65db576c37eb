/** SQLite: opening files, pragmas, one writer and a few readers. */
@NullMarked
package kakolog.db;

import org.jspecify.annotations.NullMarked;
