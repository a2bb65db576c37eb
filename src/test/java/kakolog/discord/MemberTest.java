package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.demo.Community;
import kakolog.demo.Person;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MemberTest {
    private final TestDiscord test = new TestDiscord();

    @AfterEach
    void close() {
        test.close();
    }

    private Member known(Person person) {
        return test.member(person).value().orElseThrow();
    }

    @Test
    void a_member_holds_roles() {
        assertEquals(Set.of(Community.ROLE_OF_JULY), known(Person.TARO).roles());
        assertEquals(Set.of(), known(Person.JIRO).roles());
        test.community.take(Person.TARO, Community.ROLE_OF_JULY);
        assertEquals(Set.of(), known(Person.TARO).roles());
    }

    @Test
    void a_booster_is_known_by_the_time_and_the_role() {
        var sakura = known(Person.SAKURA);
        assertEquals(Instant.parse("2020-11-03T04:05:06.789Z"), sakura.premiumSince());
        assertEquals(Set.of(Community.BOOSTER_ROLE), sakura.roles());
        assertNull(known(Person.MIO).premiumSince());
    }

    @Test
    void the_name_in_the_server_comes_first() {
        assertEquals("花子", known(Person.HANAKO).displayName());
        assertEquals("結衣", known(Person.YUI).displayName());
        test.community.nick(Person.HANAKO, "はな");
        assertEquals("はな", known(Person.HANAKO).displayName());
        assertNull(known(Person.YUI).avatar());
    }

    @Test
    void who_is_not_in_the_server_is_a_definite_no() {
        assertEquals(new Reply.No<>(Reply.No.UNKNOWN_MEMBER), test.member(Person.RIN));
        test.community.leave(Person.TARO);
        assertEquals(new Reply.No<>(Reply.No.UNKNOWN_MEMBER), test.member(Person.TARO));
        assertEquals(new Reply.No<>(Reply.No.UNKNOWN_USER), test.member(new Snowflake(7)));
    }

    @Test
    void an_id_may_need_all_64_bits() {
        var far = new Person(Snowflake.of("18446744073709551615").orElseThrow(), "far", null, null);
        test.community.join(far);
        assertEquals(far.id(), known(far).id());
    }

    @Test
    void roles_tell_which_is_the_boosters() {
        var roles = test.discord.roles(Community.GUILD).value().orElseThrow();
        assertEquals(
                Set.of(Community.BOOSTER_ROLE),
                roles.stream().filter(Role::booster).map(Role::id).collect(Collectors.toSet()));
        assertEquals(test.community.roles(), roles);
    }

    @Test
    void the_server_the_bot_and_the_application_are_known() {
        var guild = test.discord.guild(Community.GUILD).value().orElseThrow();
        assertEquals(new Guild(Community.GUILD, "語る夜の会", Person.HANAKO.id()), guild);
        assertEquals(Community.BOT, test.discord.self().value().orElseThrow().id());
        var application = test.discord.application().value().orElseThrow();
        assertTrue(application.mayReadMessages());
        assertTrue(application.mayListMembers());
        assertFalse(new Application(Community.BOT, 0).mayReadMessages());
    }

    @Test
    void outcomes_are_counted() {
        known(Person.TARO);
        test.member(Person.RIN);
        test.discord.guild(new Snowflake(1));
        assertEquals(new Calls(1, 1, 1, 0, 0), test.discord.calls());
    }
}
