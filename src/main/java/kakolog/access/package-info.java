/** Who may see what: decided here and nowhere else. Knows neither the web nor SQL. */
@NullMarked
package kakolog.access;

import org.jspecify.annotations.NullMarked;
