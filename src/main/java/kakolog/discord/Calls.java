package kakolog.discord;

/**
 * What came of the questions to Discord since the start.
 *
 * @param known answered
 * @param no answered with a definite no
 * @param ourFault refused for our credentials or settings, or not asked for this reason
 * @param unclear no answer that says anything
 * @param rateLimited how often Discord said 429, repeated tries included
 */
public record Calls(long known, long no, long ourFault, long unclear, long rateLimited) {}
