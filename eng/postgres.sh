# Sourced by test and bench/load.sh: a PostgreSQL of our own on a free port, in a temporary folder, gone afterwards.
# shellcheck shell=bash

postgres_folder=

# start_postgres quick|durable: a durable one keeps what it acknowledged, as in real use.
start_postgres() {
    local bin port promises=$'fsync = off\nfull_page_writes = off\nsynchronous_commit = off'
    [[ $1 != durable ]] || promises='shared_buffers = 256MB'
    bin=$(newest_postgres)
    port=$(free_port)
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/weerbaar-pg.XXXXXX")
    if ((EUID == 0)); then chown postgres "$postgres_folder"; fi
    as_postgres "$bin/initdb" --pgdata=data --username=postgres --auth=trust --no-sync --locale=C.UTF-8 >/dev/null
    cat >>"$postgres_folder/data/postgresql.conf" <<CONF
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = '$postgres_folder'
max_connections = 200
$promises
CONF
    as_postgres "$bin/pg_ctl" start --pgdata=data --wait --silent --log=log >&2
    export WEERBAAR_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgres() {
    [[ -n $postgres_folder ]] || return 0
    if [[ -f $postgres_folder/data/postmaster.pid ]]; then
        as_postgres "$(newest_postgres)/pg_ctl" stop --pgdata=data --mode=immediate --silent >&2 || true
    fi
    rm -rf "$postgres_folder"
    postgres_folder=
}

# PostgreSQL refuses to run as root.
as_postgres() {
    local become=()
    ((EUID != 0)) || become=(setpriv --reuid=postgres --regid=postgres --clear-groups)
    (cd "$postgres_folder" && "${become[@]}" "$@")
}

newest_postgres() { dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort --version-sort | tail -n 1)"; }

free_port() { node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'; }
