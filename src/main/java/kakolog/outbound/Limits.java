package kakolog.outbound;

import java.time.Duration;

/**
 * How long and how much another server may answer.
 *
 * @param connect until the connection stands
 * @param whole from the question to the last byte of the answer
 * @param bytes of the answer's body
 */
public record Limits(Duration connect, Duration whole, int bytes) {}
