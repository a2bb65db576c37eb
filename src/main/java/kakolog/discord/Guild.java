package kakolog.discord;

import kakolog.id.Snowflake;

/** The community's server; Discord calls it a guild. */
public record Guild(Snowflake id, String name, Snowflake owner) {}
