package kakolog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class CommunityTest {
    private final Community community = new Community();

    private Set<?> rolesOf(Person person) {
        return community.member(person.id()).orElseThrow().roles();
    }

    @Test
    void the_cast_holds_its_roles() {
        assertEquals(Set.of(Community.ORGANIZER_ROLE), rolesOf(Person.HANAKO));
        assertEquals(Set.of(Community.ROLE_OF_JULY), rolesOf(Person.TARO));
        assertEquals(Set.of(Community.ROLE_OF_MAY), rolesOf(Person.KEN));
        assertEquals(Set.of(Community.BOOSTER_ROLE), rolesOf(Person.SAKURA));
        assertEquals(Set.of(), rolesOf(Person.MIO));
        assertEquals(Set.of(), rolesOf(Person.JIRO));
        assertEquals(Set.of(), rolesOf(Person.YUI));
        assertTrue(community.member(Person.RIN.id()).isEmpty());
    }

    @Test
    void the_bot_stands_above_the_dated_roles() {
        int bot = community.role("kakolog").orElseThrow().position();
        assertTrue(community.roles().stream()
                .filter(role -> role.name().matches("\\d{4}-\\d{2}-\\d{2}"))
                .allMatch(role -> role.position() < bot));
    }

    @Test
    void a_role_is_created_given_renamed_and_deleted() {
        var role = community.createRole("2021-08-01");
        community.give(Person.JIRO, role);
        assertEquals(Set.of(role), rolesOf(Person.JIRO));
        community.renameRole(role, "2021-08-02");
        assertEquals(role, community.role("2021-08-02").orElseThrow().id());
        community.deleteRole(role);
        assertEquals(Set.of(), rolesOf(Person.JIRO));
        assertThrows(IllegalArgumentException.class, () -> community.give(Person.JIRO, role));
    }

    @Test
    void the_booster_role_comes_and_goes_with_the_boost_only() {
        community.startBoosting(Person.JIRO);
        assertEquals(Set.of(Community.BOOSTER_ROLE), rolesOf(Person.JIRO));
        community.endBoosting(Person.JIRO);
        assertEquals(Set.of(), rolesOf(Person.JIRO));
        assertThrows(IllegalArgumentException.class, () -> community.give(Person.JIRO, Community.BOOSTER_ROLE));
    }

    @Test
    void who_leaves_and_comes_back_has_no_roles() {
        community.leave(Person.TARO);
        assertThrows(IllegalArgumentException.class, () -> community.give(Person.TARO, Community.ROLE_OF_JULY));
        community.join(Person.TARO);
        assertEquals(Set.of(), rolesOf(Person.TARO));
    }
}
