/** Discord as the portal asks it: who signs in, who is a member, which roles there are. Imports outbound and id only. */
@NullMarked
package kakolog.discord;

import org.jspecify.annotations.NullMarked;
