@NullMarked
package kakolog.chatlog;

import org.jspecify.annotations.NullMarked;
