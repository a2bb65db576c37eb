package kakolog.discord;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kakolog.discord.Channel.Overwrite;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What a member may do, reckoned in the order that Discord documents: the owner all, then the roles together, an
 * administrator all, then what the channel says of everybody, of the roles, of the member.
 */
public final class Rights {
    public static final int VIEW_CHANNEL = 10;
    public static final int READ_MESSAGE_HISTORY = 16;
    public static final int CONNECT = 20;
    public static final int MANAGE_ROLES = 28;

    private static final int ADMINISTRATOR = 3;

    private final Snowflake guild;
    private final @Nullable Member member;
    private final boolean all;
    private final BigInteger bits;

    private Rights(Snowflake guild, @Nullable Member member, boolean all, BigInteger bits) {
        this.guild = guild;
        this.member = member;
        this.all = all || bits.testBit(ADMINISTRATOR);
        this.bits = bits;
    }

    /**
     * In the server at large.
     *
     * @param roles all roles of the server
     */
    public static Rights of(Guild guild, Member member, List<Role> roles) {
        var held = roles.stream()
                .filter(role -> isEverybody(role, guild.id()) || member.roles().contains(role.id()));
        return new Rights(guild.id(), member, guild.owner().equals(member.id()), together(held));
    }

    /** Of who has no role at all. */
    public static Rights ofEverybody(Guild guild, List<Role> roles) {
        var held = roles.stream().filter(role -> isEverybody(role, guild.id()));
        return new Rights(guild.id(), null, false, together(held));
    }

    /** In one channel; for a thread, give the channel that it belongs to. */
    public Rights in(Channel channel) {
        if (all) {
            return this;
        }
        var left = with(bits, channel, one -> !one.ofMember() && one.id().equals(guild));
        if (member != null) {
            left = with(left, channel, one -> !one.ofMember() && member.roles().contains(one.id()));
            left = with(left, channel, one -> one.ofMember() && one.id().equals(member.id()));
        }
        return new Rights(guild, member, false, left);
    }

    /** @param right the number of its bit */
    public boolean may(int right) {
        return all || bits.testBit(right);
    }

    /** Everybody holds the role that has the id of the server. */
    private static boolean isEverybody(Role role, Snowflake guild) {
        return role.id().equals(guild);
    }

    private static BigInteger together(Stream<Role> held) {
        return held.map(Role::permissions).reduce(BigInteger.ZERO, BigInteger::or);
    }

    /** What is allowed to one role counts more than what is denied to another. */
    private static BigInteger with(BigInteger bits, Channel channel, Predicate<Overwrite> which) {
        var chosen = channel.overwrites().stream().filter(which).toList();
        var denied = chosen.stream().map(Overwrite::deny).reduce(BigInteger.ZERO, BigInteger::or);
        var allowed = chosen.stream().map(Overwrite::allow).reduce(BigInteger.ZERO, BigInteger::or);
        return bits.andNot(denied).or(allowed);
    }
}
