package kakolog.web;

import java.util.Optional;
import kakolog.access.Viewer;

/** One who asks, as their browser shows by its cookie: recognized at once; what they may see is told when asked for. */
public interface Visit {
    /** Somebody who is not signed in. */
    Visit ANONYMOUS = new Visit() {
        @Override
        public boolean isSignedIn() {
            return false;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public Viewer viewer() {
            return Viewer.anonymous();
        }

        @Override
        public Viewer self() {
            return Viewer.anonymous();
        }

        @Override
        public String csrf() {
            return "";
        }

        @Override
        public Optional<String> pretence() {
            return Optional.empty();
        }

        @Override
        public Faces faces() {
            return Faces.NOBODY;
        }

        @Override
        public String face() {
            return "";
        }
    };

    /** Whether there is a living session. */
    boolean isSignedIn();

    /** How the person is called; empty for somebody who is not signed in. */
    String name();

    /**
     * Whose rights count: the same throughout one request. Waits up to two seconds where the last check has become too old.
     * While an organizer looks at the site as somebody else, it is that somebody.
     */
    Viewer viewer();

    /** Who it really is, whomever they look as. */
    Viewer self();

    /** What a form of this session carries, so that no other site can send it; empty for somebody who is not signed in. */
    String csrf();

    /** Whether a program asks with a token of its own, which no browser sends by itself: then no page's token is needed. */
    default boolean isByToken() {
        return false;
    }

    /** As whom an organizer looks at the site now, as a word of {@code view-as.*}; empty for everybody else. */
    Optional<String> pretence();

    /** Where a page that was made for this visitor before may lie; asks nobody. */
    Faces faces();

    /** What the page that was made hangs on, once it is made: the check of roles only where it was asked for. */
    String face();
}
