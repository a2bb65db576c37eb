-- Who is signed in. The cookie's value itself is nowhere: only its SHA-256.
create table session (
  token_hash text not null primary key,
  -- an id of Discord, in decimal: it may need all 64 bits
  person text not null,
  name text not null,
  started_at integer not null,
  -- to about an hour
  seen_at integer not null,
  -- as whom an organizer looks at the site; null otherwise
  pretence text
) strict, without rowid;
create index session_person on session (person);

-- The roles that were once found by their names, by id from then on: names are not unique and can be edited.
create table matched_role (
  -- what the role stands for: organizer, or events/ and the slug
  purpose text not null,
  name text not null,
  role text not null,
  matched_at integer not null,
  primary key (purpose, name)
) strict, without rowid;

-- Who was seen holding the dated role of an event.
create table participation (
  event text not null,
  person text not null,
  name text not null,
  seen_at integer not null,
  -- since when the role is there and not held any more; null while the right stands
  ended_at integer,
  -- since when an organizer has revoked it, held or not; null while nobody has
  revoked_at integer,
  primary key (event, person)
) strict, without rowid;
create index participation_person on participation (person);

-- The viewing URL of an event, and when an organizer ended it.
create table evening (
  event text not null primary key,
  stream_url text,
  changed_at integer not null,
  ended_at integer
) strict, without rowid;

-- Who changed which right or thing when.
create table change (
  id integer primary key,
  made_at integer not null,
  -- the organizer's id, empty where a role on Discord did it
  actor text not null,
  actor_name text not null,
  -- a word of change.* in the messages
  kind text not null,
  -- an event's slug, empty where it is about none
  event text not null,
  -- whom or what it is about, as it was called then; may be empty
  subject text not null
) strict;
