/** Discord as the portal asks it: who signs in, is a member, holds which role, said what. Imports outbound and id only. */
@NullMarked
package kakolog.discord;

import org.jspecify.annotations.NullMarked;
