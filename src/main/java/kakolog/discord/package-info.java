/** Discord as the portal asks it: who signs in, who is a member, which roles there are, what was said. Imports outbound and id only. */
@NullMarked
package kakolog.discord;

import org.jspecify.annotations.NullMarked;
