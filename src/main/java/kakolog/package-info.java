/** kakolog: a Discord community's talk evenings in one jar. Start reading at {@link kakolog.Routes}. */
@NullMarked
package kakolog;

import org.jspecify.annotations.NullMarked;
