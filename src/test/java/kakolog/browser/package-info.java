/** What people meet in their browser, seen in a real one. */
@NullMarked
package kakolog.browser;

import org.jspecify.annotations.NullMarked;
