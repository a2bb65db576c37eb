@NullMarked
package kakolog.chat;

import org.jspecify.annotations.NullMarked;
