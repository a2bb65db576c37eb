package kakolog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** @param time with its offset, as {@code 2021-07-06T19:30:00+09:00} */
    public MovableClock(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    /** Turns it to this time, forward or back. */
    public void set(String time) {
        now = OffsetDateTime.parse(time).toInstant();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
