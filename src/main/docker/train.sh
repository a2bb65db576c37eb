#!/bin/bash
# Serves once and is visited as people would visit, then stops: java writes down the classes it has loaded, so that the
# next start finds them ready. The arguments are the java command without "serve"; needs no more than bash.
set -eu
work=$(mktemp -d)
export KAKOLOG_HOST=127.0.0.1 KAKOLOG_PORT=0 KAKOLOG_DATA="$work/data"

"$@" serve > "$work/said" &
kakolog=$!

address=
for ((try = 0; try < 600; try++)); do
  address=$(grep -m 1 '^http' "$work/said" || true)
  [ -n "$address" ] && break
  kill -0 "$kakolog"
  sleep 0.1
done

for path in / /events /links /topics /feed.atom '/search?q=QUIC' '/api/search?q=QUIC' /healthz /nowhere; do
  exec 3<> "/dev/tcp/127.0.0.1/${address##*:}"
  printf 'GET %s HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n' "$path" >&3
  read -r answer <&3
  echo "$path $answer"
  exec 3<&- 3>&-
done

kill -TERM "$kakolog"
wait "$kakolog" || true
rm -r "$work"
