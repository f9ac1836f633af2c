# Sourced by run, test, weerbaar and bench/load.sh: finds what they need, and installs it by apt where that is allowed.
# shellcheck shell=bash

readonly oldest_node=20.19 own_node=24.21.0

say() { printf '%s\n' "$*" >&2; }

# Two ways to stop: something absent on this machine, and anything else that the caller can put right.
unavailable() { say "$1"; exit 69; }
failure() { say "$1"; exit 1; }

# need WHAT:PACKAGE… installs the packages of which WHAT is absent. WHAT is a command, a path, or font=FAMILY.
need() {
    local pair missing=()
    for pair in "$@"; do
        present "${pair%%:*}" || missing+=("${pair#*:}")
    done
    ((${#missing[@]} == 0)) || install "${missing[@]}"
}

present() {
    case $1 in
        font=*) command -v fc-list >/dev/null && [[ -n $(fc-list "${1#font=}" 2>/dev/null) ]] ;;
        /*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

install() {
    local as_root=()
    command -v apt-get >/dev/null || unavailable "Please install first (this machine has no apt): $*"
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null || unavailable "Please run first: sudo apt-get install --no-install-recommends $*"
        as_root=(sudo -n)
    fi
    say "Installing by apt: $*"
    if ! apt "${as_root[@]}" update || ! apt "${as_root[@]}" install -y --no-install-recommends "$@"; then
        unavailable "apt could not install: $*"
    fi
}

# apt [sudo -n] VERB… is quiet unless it fails.
apt() {
    local words=() log status=0
    while [[ ${1:-} == sudo || ${1:-} == -n ]]; do words+=("$1"); shift; done
    log=$(mktemp)
    "${words[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1 </dev/null || status=$?
    ((status == 0)) || tail -n 20 "$log" >&2
    rm -f "$log"
    return "$status"
}

# The installer script of .NET puts it in the home folder and leaves PATH alone.
find_dotnet() {
    if ! command -v dotnet >/dev/null && [[ -x ${HOME:-}/.dotnet/dotnet ]]; then PATH=$HOME/.dotnet:$PATH; fi
}

need_dotnet() {
    find_dotnet
    if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        unavailable "Weerbaar needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0"
    fi
}

# Node of the distribution when it is new enough, else one of our own beside it, which nothing else sees.
need_node() {
    local own=${XDG_CACHE_HOME:-$HOME/.cache}/weerbaar/node
    local own_bin=$own/node_modules/node/bin
    if [[ -x $own_bin/node ]]; then PATH=$own_bin:$PATH; fi
    need node:nodejs
    need npm:npm
    node_is_new_enough && return
    say "Node $(node --version) is older than $oldest_node: fetching $own_node into $own"
    npm install --silent --no-save --no-package-lock --prefix "$own" "node@$own_node" >&2 \
        || unavailable "Weerbaar needs Node $oldest_node or newer: https://nodejs.org"
    PATH=$own_bin:$PATH
    node_is_new_enough || unavailable "Weerbaar needs Node $oldest_node or newer: https://nodejs.org"
}

node_is_new_enough() {
    printf '%s\n%s\n' "$oldest_node" "$(node --version | tr -d v)" | sort --version-sort --check=quiet
}
