package kakolog.web;

import java.time.Instant;

/** An answer that is written while it is sent, to one visitor. */
record StoredWriting(Answer answer, Answer.Writing writing) implements Stored {
    @Override
    public boolean isValid(Instant now) {
        return false;
    }

    @Override
    public int weight() {
        return 0;
    }
}
