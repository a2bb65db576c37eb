/** One class a command of the command line. */
@NullMarked
package kakolog.command;

import org.jspecify.annotations.NullMarked;
