package kakolog.record;

import java.time.Instant;
import java.util.Locale;

/**
 * One change of a right or a thing.
 *
 * @param actor the id of whoever made it; empty where a role on Discord did
 * @param actorName how they were called then
 * @param event the slug of the event that it is about; empty where it is about none
 * @param subject whom or what it is about, as it was called then; may be empty. Never a secret: no viewing URL
 */
public record Change(Instant at, String actor, String actorName, Kind kind, String event, String subject) {

    /** One who makes changes. */
    public record By(String actor, String actorName) {
        /** A change that they make. */
        public Change made(Instant at, Kind kind, String event, String subject) {
            return new Change(at, actor, actorName, kind, event, subject);
        }
    }

    /** What was changed. */
    public enum Kind {
        ROLE_MATCHED,
        PARTICIPANT_SEEN,
        PARTICIPANT_ENDED,
        PARTICIPANT_REVOKED,
        PARTICIPANT_RESTORED,
        STREAM_SET,
        STREAM_CLEARED,
        EVENING_ENDED,
        EVENING_REOPENED,
        MATERIAL_ADDED,
        MATERIAL_SENT,
        MATERIAL_APPROVED,
        MATERIAL_REPLACED,
        MATERIAL_RENAMED,
        MATERIAL_PUBLISHED,
        MATERIAL_MOVED,
        MATERIAL_DELETED,
        MATERIAL_RESTORED,
        MATERIAL_PURGED,
        MARK_SWITCHED_ON,
        MARK_SWITCHED_OFF,
        UPLOAD_LINK_MADE,
        UPLOAD_LINK_CLOSED,
        LOG_IMPORTED,
        LOG_PUBLISHED,
        LOG_WITHDRAWN,
        LOG_CLIPPED,
        LOG_DELETED,
        LOG_TOPIC_SET,
        LOG_LINK_TAKEN,
        LOG_LINK_RETURNED,
        MESSAGE_HIDDEN,
        MESSAGE_REMOVED,
        MESSAGES_REMOVED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        VIEW_AS_STARTED,
        VIEW_AS_ENDED;

        /** The word in the database and in message keys: {@code stream-set}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
