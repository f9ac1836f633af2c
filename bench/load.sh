#!/usr/bin/env bash
# Load and failure runs, each with a database of its own that really writes to the disk. See bench/README.md.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
bench=$root/bench/bin/Release/net10.0/Bench
program=${WEERBAAR_PROGRAM:-$root/src/Weerbaar/bin/Program/weerbaar.dll}
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
    [[ ! -d $work/pg ]] || as_postgres pg_ctl -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}

as_postgres() {
    local bin
    bin=$(dirname "$(find /usr/lib/postgresql -name initdb | sort -V | tail -1)")
    if ((EUID == 0)); then
        (cd "$work" && setpriv --reuid=postgres --regid=postgres --clear-groups "$bin/$1" "${@:2}")
    else
        (cd "$work" && "$bin/$1" "${@:2}")
    fi
}

# Durable as in real use: fsync, full pages and synchronous commit stay on.
start_postgres() {
    mkdir "$work/pg"
    chmod 755 "$work"
    ((EUID != 0)) || chown postgres "$work" "$work/pg"
    as_postgres initdb -D "$work/pg" -A trust -U postgres --locale=C.UTF-8 >/dev/null
    port=$(free_port)
    printf "port=%s\nlisten_addresses='127.0.0.1'\nunix_socket_directories='%s'\nmax_connections=200\nshared_buffers=256MB\n" "$port" "$work" >>"$work/pg/postgresql.conf"
    as_postgres pg_ctl -D "$work/pg" -l "$work/pg.log" -w start >/dev/null || { cat "$work/pg.log" >&2; exit 1; }
    database="postgres:Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Maximum Pool Size=40"
}

free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

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
    declare -f as_postgres
    printf 'work=%q; as_postgres pg_ctl -D %q -m fast -w restart >/dev/null\n' "$work" "$work/pg"
}

trap finish EXIT
case ${1:-} in
    usage) start_postgres; serve; "$bench" usage "$link" "${2:-1000}" "${3:-50}" "${4:-10000}" "${5:-120}" "$server" ;;
    listen) start_postgres; serve; "$bench" listen "$link" "${2:-1000}" 20 "${3:-20}" "${4:-60}" ;;
    peak) start_postgres; serve; "$bench" listen "$link" "${2:-1000}" "${3:-8}" 0 "${4:-30}" ;;
    crash)
        start_postgres
        restart_command >"$work/restart.sh"
        "$bench" crash "$program" "$database" "$work/data" 3 10 "${2:-18}" "$((${3:-10} * 1000))" "bash $work/restart.sh"
        ;;
    kill9) "$bench" crash "$program" "sqlite:$work/data/weerbaar.sqlite" "$work/data" 1 4 "${2:-100}" "${3:-1500}" ;;
    -h | --help) usage ;;
    *) usage; exit 64 ;;
esac
