@NullMarked
package kakolog.discord;

import org.jspecify.annotations.NullMarked;
