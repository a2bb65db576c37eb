-- Every agenda item that was ever published, so that a link to one whose words have changed still leads to its place.
create table agenda_item (
  event text not null,
  id text not null,
  -- the item above it; empty at the top level
  parent text not null,
  -- its place among those of the same parent, from 0
  place integer not null,
  words text not null,
  -- the item that took its place; null while it stands in the agenda itself, empty where nothing of it is left
  replaced_by text,
  primary key (event, id)
) strict, without rowid;
