package kakolog.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows again who asks, by the value of the session's cookie. */
public interface Recognition {
    /** Where nobody can sign in. */
    Recognition NOBODY = new Recognition() {
        @Override
        public Visit visit(String cookie, Instant now) {
            return Visit.ANONYMOUS;
        }

        @Override
        public Optional<Visit> program(String token, Instant now) {
            return Optional.empty();
        }

        @Override
        public @Nullable Faces faces(String cookie, Instant now) {
            return Faces.NOBODY;
        }
    };

    /** The visit of whoever holds this cookie; anything that is no living session is nobody. */
    Visit visit(String cookie, Instant now);

    /** The visit of a program that acts for an organizer by this token; empty where it is none, or not any more. */
    Optional<Visit> program(String token, Instant now);

    /** The faces of a visit where they are known without asking anyone (neither the database nor Discord); else null. */
    @Nullable
    Faces faces(String cookie, Instant now);
}
