-- The past log of an event: at most one. Its messages stay what was imported; what is shown of them is for the window to say.
create table log (
  event text not null primary key,
  -- the channel on Discord and its name; the id is empty where no import told it
  channel text not null,
  channel_name text not null,
  -- what is shown: from this instant on, until before this one; null for all there is
  shown_from integer,
  shown_until integer,
  -- null while it is a draft
  published_at integer,
  imported_at integer not null,
  -- as of when Discord is known by it: an older export takes nothing from what is newer
  known_at integer not null,
  -- another one after each change of anything in it, to notice who saved in between and what is out of date
  version integer not null
) strict;

-- A message. Ids of Discord are stored less 2^63, so that their unsigned order is kept.
create table log_message (
  -- event and place in it, as the search index counts them; never another one while the message is there
  row integer primary key,
  event text not null references log (event) on delete cascade,
  id integer not null,
  -- the thread it was written in; null in the channel itself
  thread integer,
  author integer not null,
  sent_at integer not null,
  -- bit 0: asks something; 1: link; 2: image; 3: file; 4: code; 5: system message
  traits integer not null,
  -- what search looks at; empty for what nobody may find
  words text not null,
  -- the whole message as JSON; empty once it was hidden
  body text not null
) strict;
create unique index log_message_id on log_message (event, id);
create index log_message_order on log_message (event, thread, id, sent_at);
create index log_message_author on log_message (author, event);
create index log_message_anywhere on log_message (id);
-- From question to question, however many other messages lie between.
create index log_message_question on log_message (event, id) where traits & 1 <> 0;

-- Who wrote or is named in a log, as they were called that evening.
create table log_speaker (
  event text not null references log (event) on delete cascade,
  id integer not null,
  name text not null,
  account text not null,
  bot integer not null,
  color integer,
  primary key (event, id)
) strict, without rowid;

create table log_thread (
  event text not null references log (event) on delete cascade,
  id integer not null,
  -- the message it unfolds under; null where that is not in the log
  opener integer,
  name text not null,
  primary key (event, id)
) strict, without rowid;

-- What roles and channels that messages name are called.
create table log_name (
  event text not null references log (event) on delete cascade,
  id integer not null,
  name text not null,
  primary key (event, id)
) strict, without rowid;

-- Files and pictures of a log: our own copies, or why there is none.
create table log_medium (
  event text not null references log (event) on delete cascade,
  key text not null,
  kind text not null,
  name text not null,
  -- the SHA-256 of the file in hexadecimal, its bytes and its media type; null where it could not be kept
  blob text,
  size integer,
  type text,
  -- why it could not be kept; null where it was
  fault text,
  -- the one message that it belongs to; null for what many share, as avatars and emoji
  message integer,
  primary key (event, key)
) strict, without rowid;
create index log_medium_blob on log_medium (blob);

-- Messages that their authors or organizers took away: no import brings them back.
create table log_removed (
  id integer primary key,
  removed_at integer not null
) strict;

-- People all of whose messages up to some instant were taken away.
create table log_silenced (
  person integer primary key,
  until_at integer not null
) strict;

-- Which message an item of the agenda leads to, where somebody said so.
create table log_topic (
  event text not null references log (event) on delete cascade,
  item text not null,
  -- null where it leads nowhere
  message integer,
  actor text not null,
  actor_name text not null,
  set_at integer not null,
  primary key (event, item)
) strict, without rowid;

-- Addresses from the chat that organizers took into the public links of the event.
create table log_link (
  event text not null references log (event) on delete cascade,
  -- the normalised address
  key text not null,
  url text not null,
  title text not null,
  -- the message that named it: with it goes the link
  message integer not null,
  taken_at integer not null,
  actor text not null,
  actor_name text not null,
  primary key (event, key)
) strict, without rowid;
