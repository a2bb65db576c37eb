package kakolog.material;

import java.time.Instant;

/**
 * What stood at a material's address from some instant on.
 *
 * @param number from 1
 * @param actor the organizer's id; empty for a guest
 * @param actorName how they were called then
 */
public record Revision(int number, Content content, Instant addedAt, String actor, String actorName) {}
