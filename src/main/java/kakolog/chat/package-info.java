/** What was said in a channel: messages as Discord has them, read from exports and answers, and shown as HTML. */
@NullMarked
package kakolog.chat;

import org.jspecify.annotations.NullMarked;
