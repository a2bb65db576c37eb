package kakolog.demo;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kakolog.discord.Member;
import kakolog.discord.Role;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** A community's server in memory: its roles, who is in it, who holds what. Begins with the cast. Thread safe. */
public final class Community {
    public static final Snowflake GUILD = new Snowflake(498230000000000000L);
    public static final Snowflake BOT = new Snowflake(498230000000000900L);
    public static final Snowflake ORGANIZER_ROLE = new Snowflake(498230000000000100L);
    public static final Snowflake BOT_ROLE = new Snowflake(498230000000000901L);
    public static final Snowflake BOOSTER_ROLE = new Snowflake(498230000000000777L);
    public static final Snowflake ROLE_OF_MAY = new Snowflake(844030000000000518L);
    public static final Snowflake ROLE_OF_JULY = new Snowflake(861920000000000706L);

    private static final Instant BOOSTING_SINCE = Instant.parse("2020-11-03T04:05:06.789Z");
    private static final BigInteger EVERYBODYS = new BigInteger("1071698660929");
    /** To view channels, read their past, send messages, react, and manage roles. */
    private static final BigInteger BOTS = new BigInteger("268504128");

    private final Map<Snowflake, Person> people = new LinkedHashMap<>();
    private final Map<Snowflake, Standing> members = new HashMap<>();
    private final Map<Snowflake, Role> roles = new LinkedHashMap<>();
    private final Channels channels = new Channels();
    private long nextRole = 870000000000000001L;

    /** Someone's standing in the server. */
    private record Standing(
            @Nullable String nick,
            Set<Snowflake> roles,
            @Nullable Instant premiumSince) {}

    public Community() {
        reset();
    }

    /** Everything as it was at the beginning. */
    public synchronized void reset() {
        people.clear();
        members.clear();
        roles.clear();
        channels.reset();
        put(new Role(GUILD, "@everyone", 0, false, false, EVERYBODYS));
        put(new Role(ROLE_OF_MAY, "2021-05-18", 1, false, false, BigInteger.ZERO));
        put(new Role(ROLE_OF_JULY, "2021-07-06", 2, false, false, BigInteger.ZERO));
        put(new Role(BOOSTER_ROLE, "Server Booster", 3, true, true, BigInteger.ZERO));
        put(new Role(BOT_ROLE, "kakolog", 4, true, false, BOTS));
        put(new Role(ORGANIZER_ROLE, "主催者", 5, false, false, BigInteger.ZERO));
        Person.CAST.forEach(person -> people.put(person.id(), person));
        Person.CAST.stream().filter(person -> !person.equals(Person.RIN)).forEach(this::join);
        nick(Person.YUI, "結衣");
        give(Person.HANAKO, ORGANIZER_ROLE);
        give(Person.TARO, ROLE_OF_JULY);
        give(Person.KEN, ROLE_OF_MAY);
        startBoosting(Person.SAKURA);
    }

    public Snowflake guild() {
        return GUILD;
    }

    /** Its channels, with what is written there. */
    public Channels channels() {
        return channels;
    }

    /** Comes into the server, without a role; makes a new account known, too. Who is in it already stays as they are. */
    public synchronized void join(Person person) {
        people.put(person.id(), person);
        members.putIfAbsent(person.id(), new Standing(null, Set.of(), null));
    }

    /** Leaves the server, and with it all roles and the boost. */
    public synchronized void leave(Person person) {
        members.remove(person.id());
    }

    public synchronized void nick(Person person, @Nullable String nick) {
        var standing = standing(person);
        members.put(person.id(), new Standing(nick, standing.roles(), standing.premiumSince()));
    }

    /** @throws IllegalArgumentException where there is no such role, or Discord itself gives it */
    public synchronized void give(Person person, Snowflake role) {
        changeable(role);
        var held = new HashSet<>(standing(person).roles());
        held.add(role);
        hold(person, held);
    }

    public synchronized void take(Person person, Snowflake role) {
        changeable(role);
        var held = new HashSet<>(standing(person).roles());
        held.remove(role);
        hold(person, held);
    }

    /** Discord gives the booster role along with it. */
    public synchronized void startBoosting(Person person) {
        boost(person, BOOSTING_SINCE);
    }

    /** Discord takes the booster role away. */
    public synchronized void endBoosting(Person person) {
        boost(person, null);
    }

    /** A new role, which nobody holds yet, low among the others. */
    public synchronized Snowflake createRole(String name) {
        var id = new Snowflake(nextRole++);
        put(new Role(id, name, 1, false, false, BigInteger.ZERO));
        return id;
    }

    public synchronized void renameRole(Snowflake role, String name) {
        var old = existing(role);
        put(new Role(role, name, old.position(), old.managed(), old.booster(), old.permissions()));
    }

    /** @param position higher is mightier */
    public synchronized void placeRole(Snowflake role, int position) {
        var old = existing(role);
        put(new Role(role, old.name(), position, old.managed(), old.booster(), old.permissions()));
    }

    /** @param permissions bits as Discord numbers them */
    public synchronized void allowRole(Snowflake role, BigInteger permissions) {
        var old = existing(role);
        put(new Role(role, old.name(), old.position(), old.managed(), old.booster(), permissions));
    }

    /** As a server that nobody ever boosted: Discord has made no role for those who do. */
    public synchronized void neverBoosted() {
        Person.CAST.stream().filter(person -> members.containsKey(person.id())).forEach(this::endBoosting);
        roles.remove(BOOSTER_ROLE);
    }

    /** Nobody holds it any more. */
    public synchronized void deleteRole(Snowflake role) {
        changeable(role);
        roles.remove(role);
        members.replaceAll((id, standing) -> {
            var held = new HashSet<>(standing.roles());
            held.remove(role);
            return new Standing(standing.nick(), held, standing.premiumSince());
        });
    }

    public synchronized List<Role> roles() {
        return List.copyOf(roles.values());
    }

    /** The first role of this name. */
    public synchronized Optional<Role> role(String name) {
        return roles.values().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public synchronized List<Person> people() {
        return new ArrayList<>(people.values());
    }

    public synchronized Optional<Person> person(Snowflake id) {
        return Optional.ofNullable(people.get(id));
    }

    /** As the server sees them; empty for who is not in it. */
    public synchronized Optional<Member> member(Snowflake id) {
        var person = people.get(id);
        var standing = members.get(id);
        if (person == null || standing == null) {
            return Optional.empty();
        }
        return Optional.of(new Member(
                id,
                person.username(),
                person.globalName(),
                standing.nick(),
                person.avatar(),
                standing.roles(),
                standing.premiumSince(),
                false));
    }

    private void boost(Person person, @Nullable Instant since) {
        var standing = standing(person);
        var held = new HashSet<>(standing.roles());
        if (since == null) {
            held.remove(BOOSTER_ROLE);
        } else {
            held.add(BOOSTER_ROLE);
        }
        members.put(person.id(), new Standing(standing.nick(), Set.copyOf(held), since));
    }

    private void hold(Person person, Set<Snowflake> held) {
        var standing = standing(person);
        members.put(person.id(), new Standing(standing.nick(), Set.copyOf(held), standing.premiumSince()));
    }

    private Standing standing(Person person) {
        var standing = members.get(person.id());
        if (standing == null) {
            throw new IllegalArgumentException(person.username() + " is not in the server");
        }
        return standing;
    }

    private void put(Role role) {
        roles.put(role.id(), role);
    }

    private Role existing(Snowflake id) {
        var role = roles.get(id);
        if (role == null) {
            throw new IllegalArgumentException("no such role: " + id);
        }
        return role;
    }

    private void changeable(Snowflake id) {
        if (existing(id).managed() || id.equals(GUILD)) {
            throw new IllegalArgumentException("Discord itself gives this role: " + id);
        }
    }
}
