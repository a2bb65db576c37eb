package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import kakolog.discord.Channel.Overwrite;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.Test;

final class RightsTest {
    private static final Snowflake SERVER = new Snowflake(1);
    private static final Snowflake OWNER = new Snowflake(2);
    private static final Snowflake BOT = new Snowflake(3);
    private static final Snowflake READERS = new Snowflake(4);
    private static final Snowflake MUTED = new Snowflake(5);
    private static final Snowflake OTHERS = new Snowflake(6);
    private static final Guild GUILD = new Guild(SERVER, "server", OWNER);
    private static final long VIEW = 1 << 10;
    private static final long HISTORY = 1 << 16;

    private static Role role(Snowflake id, long bits) {
        return new Role(id, "role", 1, false, false, BigInteger.valueOf(bits));
    }

    private static Member member(Snowflake id, Snowflake... roles) {
        return new Member(id, "member", null, null, null, Set.of(roles), null, false);
    }

    private static Overwrite ofRole(Snowflake id, long allow, long deny) {
        return new Overwrite(id, false, BigInteger.valueOf(allow), BigInteger.valueOf(deny));
    }

    private static Overwrite ofMember(Snowflake id, long allow, long deny) {
        return new Overwrite(id, true, BigInteger.valueOf(allow), BigInteger.valueOf(deny));
    }

    private static Channel channel(Overwrite... overwrites) {
        return new Channel(new Snowflake(9), "channel", 0, SERVER, null, List.of(overwrites));
    }

    /** Whether the bot may view and read the past, as two letters. */
    private static String seen(Rights rights) {
        return (rights.may(Rights.VIEW_CHANNEL) ? "V" : "-") + (rights.may(Rights.READ_MESSAGE_HISTORY) ? "H" : "-");
    }

    @Test
    void roles_are_put_together_and_only_those_that_are_held() {
        var roles = List.of(role(SERVER, VIEW), role(READERS, HISTORY), role(OTHERS, 1L << Rights.MANAGE_ROLES));
        assertEquals("VH", seen(Rights.of(GUILD, member(BOT, READERS), roles)));
        assertEquals("V-", seen(Rights.of(GUILD, member(BOT, MUTED), roles)));
        assertFalse(Rights.of(GUILD, member(BOT, READERS), roles).may(Rights.MANAGE_ROLES));
        assertEquals("V-", seen(Rights.ofEverybody(GUILD, roles)));
    }

    @Test
    void the_owner_and_administrators_may_all_whatever_a_channel_says() {
        var closed = channel(ofRole(SERVER, 0, VIEW | HISTORY), ofMember(BOT, 0, VIEW), ofMember(OWNER, 0, VIEW));
        var roles = List.of(role(SERVER, 0), role(READERS, 1 << 3));
        assertEquals("VH", seen(Rights.of(GUILD, member(OWNER), roles).in(closed)));
        assertEquals("VH", seen(Rights.of(GUILD, member(BOT, READERS), roles).in(closed)));
        assertEquals("--", seen(Rights.of(GUILD, member(BOT), roles).in(closed)));
    }

    @Test
    void a_channel_speaks_of_everybody_then_of_roles_then_of_the_member() {
        var roles = List.of(role(SERVER, VIEW | HISTORY), role(READERS, 0), role(MUTED, 0), role(OTHERS, 0));
        var rights = Rights.of(GUILD, member(BOT, READERS, MUTED), roles);
        assertEquals("VH", seen(rights.in(channel())));
        assertEquals("-H", seen(rights.in(channel(ofRole(SERVER, 0, VIEW)))));
        assertEquals("VH", seen(rights.in(channel(ofRole(READERS, VIEW, 0), ofRole(SERVER, 0, VIEW)))));
        assertEquals(
                "VH",
                seen(rights.in(channel(ofRole(READERS, VIEW, 0), ofRole(MUTED, 0, VIEW)))),
                "what one role allows counts more than what another denies");
        assertEquals("V-", seen(rights.in(channel(ofRole(READERS, HISTORY, 0), ofMember(BOT, 0, HISTORY)))));
        assertEquals("VH", seen(rights.in(channel(ofMember(BOT, VIEW, 0), ofRole(READERS, 0, VIEW)))));
        assertEquals("VH", seen(rights.in(channel(ofRole(OTHERS, 0, VIEW), ofMember(OWNER, 0, HISTORY)))));
    }

    @Test
    void a_role_and_a_member_of_the_same_number_are_not_mixed_up() {
        var rights = Rights.of(GUILD, member(BOT), List.of(role(SERVER, VIEW | HISTORY)));
        assertEquals("VH", seen(rights.in(channel(ofRole(BOT, 0, VIEW), ofMember(SERVER, 0, HISTORY)))));
    }

    @Test
    void bits_beyond_sixty_four_are_kept() {
        var wide = new Role(
                SERVER, "all", 0, false, false, BigInteger.ONE.shiftLeft(70).setBit(10));
        assertTrue(Rights.ofEverybody(GUILD, List.of(wide)).may(70));
    }
}
