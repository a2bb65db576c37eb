package kakolog.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set to any time and runs on from there. */
public final class TurnableClock extends Clock {
    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead;

    /** Begins at this time. */
    public TurnableClock(Instant start) {
        ahead = Duration.between(machine.instant(), start);
    }

    /** Sets the time. */
    public void turnTo(Instant time) {
        ahead = Duration.between(machine.instant(), time);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks this clock for another zone");
    }
}
