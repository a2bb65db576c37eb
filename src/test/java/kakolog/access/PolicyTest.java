package kakolog.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import kakolog.access.Refused.Why;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see what, of nine viewers and seven audiences. */
final class PolicyTest {
    private static final Instant NOW = Instant.parse("2021-07-06T11:00:00Z");
    private static final EventSlug JULY = new EventSlug("2021-07-06");
    private static final EventSlug MAY = new EventSlug("2021-05-18");

    private static final Map<String, Viewer> VIEWERS = Map.of(
            "anonymous", Viewer.anonymous(),
            "unclear", somebody(Standing.Unclear.INSTANCE),
            "outsider", somebody(new Standing.Outsider(NOW)),
            "member", member(false, false),
            "participant", member(false, false, JULY),
            "of-another", member(false, false, MAY),
            "booster", member(true, false),
            "organizer", member(false, true),
            "everything", member(true, true, JULY, MAY));

    private static final Map<String, Audience> AUDIENCES = Map.of(
            "everyone", Audience.everyone(),
            "signed-in", Audience.signedIn(),
            "members", Audience.members(),
            "participants", new Audience.ParticipantsOf(JULY),
            "log", new Audience.LogReadersOf(JULY, false),
            "log-and-participants", new Audience.LogReadersOf(JULY, true),
            "organizers", Audience.organizers());

    private final Policy policy = new Policy();

    private record Thing(Audience audience, boolean isHidden) implements Guarded {}

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            viewer,      everyone, signed-in, members, participants, log,   log-and-participants, organizers
            anonymous,   true,     false,     false,   false,        false, false,                false
            unclear,     true,     true,      false,   false,        false, false,                false
            outsider,    true,     true,      false,   false,        false, false,                false
            member,      true,     true,      true,    false,        false, false,                false
            participant, true,     true,      true,    true,         false, true,                 false
            of-another,  true,     true,      true,    false,        false, false,                false
            booster,     true,     true,      true,    true,         true,  true,                 false
            organizer,   true,     true,      true,    true,         true,  true,                 true
            everything,  true,     true,      true,    true,         true,  true,                 true
            """)
    void each_viewer_is_in_these_audiences(
            String who,
            boolean everyone,
            boolean signedIn,
            boolean members,
            boolean participants,
            boolean log,
            boolean logAndParticipants,
            boolean organizers) {
        var expected = Map.of(
                "everyone", everyone,
                "signed-in", signedIn,
                "members", members,
                "participants", participants,
                "log", log,
                "log-and-participants", logAndParticipants,
                "organizers", organizers);
        expected.forEach((name, admitted) -> {
            var audience = audience(name);
            var viewer = viewer(who);
            assertEquals(admitted, policy.admits(viewer, audience), name);
            assertEquals(
                    admitted,
                    policy.grantIfAdmitted(viewer, new Thing(audience, true)).isPresent(),
                    name);
            // What a query goes by is the same decision.
            assertEquals(admitted, policy.keysOf(viewer).stream().anyMatch(audience.openedBy()::contains), name);
        });
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            viewer,     audience,             why
            anonymous,  signed-in,            SIGN_IN_FIRST
            anonymous,  members,              SIGN_IN_FIRST
            anonymous,  participants,         SIGN_IN_FIRST
            anonymous,  organizers,           SIGN_IN_FIRST
            unclear,    members,              CANNOT_TELL
            unclear,    participants,         CANNOT_TELL
            unclear,    log,                  CANNOT_TELL
            unclear,    organizers,           CANNOT_TELL
            outsider,   members,              NOT_ALLOWED
            outsider,   participants,         NOT_ALLOWED
            outsider,   organizers,           NOT_ALLOWED
            member,     participants,         NOT_ALLOWED
            member,     log-and-participants, NOT_ALLOWED
            of-another, participants,         NOT_ALLOWED
            of-another, log-and-participants, NOT_ALLOWED
            participant, log,                 NOT_ALLOWED
            booster,    organizers,           NOT_ALLOWED
            """)
    void a_refusal_says_what_stands_in_the_way_and_nothing_of_what_is_hidden(String who, String name, Why why) {
        var audience = audience(name);
        var viewer = viewer(who);
        var refused = assertThrows(Refused.class, () -> policy.grant(viewer, new Thing(audience, false)));
        assertEquals(why, refused.why());
        assertSame(audience, refused.audience());
        assertSame(viewer, refused.viewer());
        assertEquals(
                why,
                assertThrows(Refused.class, () -> policy.demand(viewer, audience))
                        .why());
        var hidden = assertThrows(Refused.class, () -> policy.grant(viewer, new Thing(audience, true)));
        assertEquals(Why.HIDDEN, hidden.why());
    }

    @ParameterizedTest
    @CsvSource({"organizer, organizers", "booster, log", "participant, participants", "anonymous, everyone"})
    void who_belongs_to_the_audience_is_given_the_very_thing(String who, String name) {
        var thing = new Thing(audience(name), true);
        assertSame(thing, policy.grant(viewer(who), thing).thing());
        policy.demand(viewer(who), thing.audience());
    }

    @ParameterizedTest
    @CsvSource({"boosters", "organizers", "members", "participants/2021-07-06"})
    void who_is_outside_holds_none_of_the_keys_of_the_server(String key) {
        for (var who : Set.of("anonymous", "unclear", "outsider")) {
            assertTrue(!policy.keysOf(viewer(who)).contains(key), who);
        }
    }

    @ParameterizedTest
    @CsvSource({"498230000000000100", "498230000000000777"})
    void a_role_alone_gives_nothing(long role) {
        var member = somebody(new Standing.Member(NOW, Set.of(new Snowflake(role)), false, false, Set.of()));
        assertEquals(policy.keysOf(viewer("member")), policy.keysOf(member));
    }

    private static Viewer viewer(String name) {
        return VIEWERS.getOrDefault(name, Viewer.anonymous());
    }

    private static Audience audience(String name) {
        return AUDIENCES.getOrDefault(name, Audience.organizers());
    }

    private static Viewer somebody(Standing standing) {
        return new SignedIn(new Snowflake(1), standing);
    }

    private static Viewer member(boolean booster, boolean organizer, EventSlug... events) {
        return somebody(new Standing.Member(NOW, Set.of(), booster, organizer, Set.of(events)));
    }
}
