/** What an operator runs beside the site. */
@NullMarked
package kakolog.operate;

import org.jspecify.annotations.NullMarked;
