/** The chat of an evening: got from Discord, kept, read and searched. */
@NullMarked
package kakolog.chatlog;

import org.jspecify.annotations.NullMarked;
