package kakolog.demo;

import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account at Discord; the cast of the demonstration and of the tests.
 *
 * @param globalName the name shown; null for who has set none
 * @param avatar the hash of the picture; null for who has none
 */
public record Person(
        Snowflake id,
        String username,
        @Nullable String globalName,
        @Nullable String avatar) {
    /** Organizer, and owner of the server. */
    public static final Person HANAKO = of(411111111111111104L, "hanako", "花子", "a_3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d");
    /** Participant of 2021-07-06. */
    public static final Person TARO = of(411111111111111106L, "taro", "太郎", "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f");
    /** Participant of 2021-05-18. */
    public static final Person KEN = of(411111111111111108L, "ken", "健", "6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a");
    /** Booster. */
    public static final Person SAKURA = of(411111111111111110L, "sakura", "さくら", "7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b");
    /** Was a booster until her boost ended. */
    public static final Person MIO = of(411111111111111112L, "mio", "澪", "8c8c8c8c8c8c8c8c8c8c8c8c8c8c8c8c");
    /** Member. */
    public static final Person JIRO = of(411111111111111114L, "jiro", "次郎", "9d9d9d9d9d9d9d9d9d9d9d9d9d9d9d9d");
    /** Member without a picture; goes by 結衣 in the server and has set no name elsewhere. */
    public static final Person YUI = of(411111111111111116L, "yui", null, null);
    /** Not in the server. */
    public static final Person RIN = of(411111111111111118L, "rin", "凛", "2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e");

    public static final List<Person> CAST = List.of(HANAKO, TARO, KEN, SAKURA, MIO, JIRO, YUI, RIN);

    private static Person of(long id, String username, @Nullable String globalName, @Nullable String avatar) {
        return new Person(new Snowflake(id), username, globalName, avatar);
    }
}
