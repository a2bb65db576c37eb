package kakolog.discord;

import java.math.BigInteger;
import kakolog.id.Snowflake;

/**
 * A role of the server. Names are not unique and can be edited.
 *
 * @param position higher is mightier; 0 is {@code @everyone}
 * @param managed given by Discord itself or another program, so nobody else can give it
 * @param booster the one that Discord gives to who boosts the server
 * @param permissions a set of bits that outgrows 32
 */
public record Role(Snowflake id, String name, int position, boolean managed, boolean booster, BigInteger permissions) {}
