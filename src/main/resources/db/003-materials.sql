-- What participants of an event are given.
create table material (
  id integer primary key,
  event text not null,
  -- the last part of its address
  name text not null,
  title text not null,
  -- its place among those of the event, from 0
  place integer not null,
  -- at: from publish_at on; ended: once the event has ended; never: not before an organizer says so
  publish text not null check (publish in ('at', 'ended', 'never')),
  publish_at integer,
  -- since when what a guest has sent waits for an organizer; null once approved, and for what needs no approval
  waiting_since integer,
  -- since when it is in the bin; null otherwise
  deleted_at integer,
  -- another one after each change, to notice who saved in between
  version integer not null
) strict;
-- An address leads to one thing; one in the bin has none.
create unique index material_name on material (event, name) where deleted_at is null;
create index material_event on material (event);

-- What was at a material's address from some instant on: a file, or an address outside. The highest number counts.
create table material_revision (
  material integer not null references material (id) on delete cascade,
  number integer not null,
  -- the SHA-256 of the file in hexadecimal, its bytes and its type; all null for an outside link
  blob text,
  size integer,
  type text,
  -- an outside link; null for a file
  url text,
  added_at integer not null,
  -- the organizer's id; empty for a guest
  actor text not null,
  actor_name text not null,
  primary key (material, number),
  check ((blob is null) = (url is not null))
) strict, without rowid;
create index material_revision_blob on material_revision (blob);

-- Events whose pages of materials show the reader's name and the time.
create table marked_event (
  event text not null primary key
) strict, without rowid;

-- Addresses by which a speaker without a role may send files once. Of the address's secret only the SHA-256 is kept.
create table upload_link (
  token_hash text not null primary key,
  event text not null,
  -- for whom it is meant
  label text not null,
  made_at integer not null,
  actor text not null,
  actor_name text not null,
  expires_at integer not null,
  -- when it was used or taken back; null while it can be used
  closed_at integer
) strict, without rowid;

-- Tokens by which programs act for an organizer. Of the token only the SHA-256 is kept.
create table api_token (
  id integer primary key,
  token_hash text not null unique,
  -- what it is for
  label text not null,
  person text not null,
  person_name text not null,
  made_at integer not null,
  -- to about an hour; null where it never was
  used_at integer,
  revoked_at integer
) strict;

-- Keys of this portal, as the one of the tags of its files.
create table secret (
  name text not null primary key,
  value blob not null
) strict, without rowid;
