package kakolog.discord;

import java.time.Clock;
import java.time.Duration;
import kakolog.demo.StandIn;
import kakolog.outbound.Limits;

/** Makes clients of Discord that wait for an answer only half a second, for silence: a first call of all may need longer. */
public final class Impatient {
    private static final Limits LIMITS = new Limits(Duration.ofMillis(500), Duration.ofMillis(500), 1 << 20);

    private Impatient() {}

    public static Discord discord(StandIn standIn, Clock clock) {
        return new Discord(standIn.url(), standIn.credentials(), new Wire(standIn.url(), clock, LIMITS, LIMITS, 1_000));
    }
}
