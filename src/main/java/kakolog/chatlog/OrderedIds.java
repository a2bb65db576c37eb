package kakolog.chatlog;

import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Ids of Discord as the database has them: less 2^63, so that signed numbers keep the order of unsigned ones. */
final class OrderedIds {
    private OrderedIds() {}

    static long of(Snowflake id) {
        return id.bits() ^ Long.MIN_VALUE;
    }

    static @Nullable Long ofNullable(@Nullable Snowflake id) {
        return id == null ? null : (Long) of(id);
    }

    static Snowflake id(long stored) {
        return new Snowflake(stored ^ Long.MIN_VALUE);
    }
}
