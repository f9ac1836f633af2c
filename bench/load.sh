#!/usr/bin/env bash
# Load and failure runs, each with a database of its own that really writes to the disk. See bench/README.md.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
bench=$root/bench/bin/Release/net10.0/Bench
program=${WEERBAAR_PROGRAM:-$root/src/Weerbaar/bin/Program/weerbaar.dll}
# shellcheck source=eng/needs.sh
source "$root/eng/needs.sh"
# shellcheck source=eng/postgres.sh
source "$root/eng/postgres.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/weerbaar-load.XXXXXX")
server=

usage() {
    cat <<'TEXT'
Usage: bench/load.sh RUN [NUMBERS…]

  usage  [READERS WRITERS SCENARIOS SECONDS]   1000 50 10000 120   one process on PostgreSQL
  listen [LISTENERS PER_SECOND SECONDS]        1000 20 60          time until a change is seen
  peak   [LISTENERS WRITERS SECONDS]           1000 8 30           deliveries a second at most
  crash  [KILLS SECONDS]                       18 10               three processes, one killed each time, PostgreSQL restarted once
  kill9  [KILLS MILLISECONDS]                  100 1500            SQLite, the only process killed each time
TEXT
}

finish() {
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    stop_postgres
    rm -rf "$work"
}

start_database() {
    need_node
    need '/usr/lib/postgresql/*/bin/initdb:postgresql'
    start_postgres durable
    database="postgres:$WEERBAAR_TEST_POSTGRES;Maximum Pool Size=40"
}

# Starts the program and sets link to the one-time link it prints.
serve() {
    local out=$work/serve.out
    mkdir -p "$work/data"
    : >"$out"
    dotnet "$program" serve --url "http://127.0.0.1:$(free_port)" --data "$work/data" --database "$database" >"$out" 2>"$work/serve.err" &
    server=$!
    until link=$(sed -n 's/^Sign in once with: //p' "$out") && [[ -n $link ]]; do
        kill -0 "$server" || { cat "$work/serve.err" >&2; exit 1; }
        sleep 0.2
    done
}

restart_command() {
    declare -f as_postgres newest_postgres
    # shellcheck disable=SC2016 # It is expanded where it runs.
    printf 'postgres_folder=%q; as_postgres "$(newest_postgres)/pg_ctl" restart --pgdata=data --mode=fast --wait --silent --log=log\n' "$postgres_folder"
}

trap finish EXIT
case ${1:-} in
    usage) start_database; serve; "$bench" usage "$link" "${2:-1000}" "${3:-50}" "${4:-10000}" "${5:-120}" "$server" ;;
    listen) start_database; serve; "$bench" listen "$link" "${2:-1000}" 20 "${3:-20}" "${4:-60}" ;;
    peak) start_database; serve; "$bench" listen "$link" "${2:-1000}" "${3:-8}" 0 "${4:-30}" ;;
    crash)
        start_database
        restart_command >"$work/restart.sh"
        "$bench" crash "$program" "$database" "$work/data" 3 10 "${2:-18}" "$((${3:-10} * 1000))" "bash $work/restart.sh"
        ;;
    kill9) "$bench" crash "$program" "sqlite:$work/data/weerbaar.sqlite" "$work/data" 1 4 "${2:-100}" "${3:-1500}" ;;
    -h | --help) usage ;;
    *) usage; exit 64 ;;
esac
