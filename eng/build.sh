# Sourced by run, test and weerbaar: builds the program when its sources changed since the last build.
# shellcheck shell=bash

: "${root:?the folder of the sources}"
# shellcheck source=eng/needs.sh
source "$root/eng/needs.sh"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
readonly project=$root/src/Weerbaar
readonly program=$project/bin/Program/weerbaar.dll
readonly stamp=$project/obj/built

# build_program builds only when needed. Everything is said on standard error: standard output is the program's own.
build_program() {
    is_built && return
    need_dotnet
    need_node
    mkdir -p "$project/obj"
    exec 9>"$project/obj/lock"
    flock 9
    is_built || build_now
    exec 9>&-
}

is_built() { [[ -f $program && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]; }

build_now() {
    local before
    before=$(fingerprint)
    say "Building Weerbaar (the first time takes a few minutes) …"
    rm -f "$stamp"
    compile_ahead || compile_plainly
    printf '%s' "$before" >"$stamp"
}

compile_ahead() { attempt restore_for ahead && attempt build_for ahead; }

# Said only when the same sources do build without: else the failure is theirs.
compile_plainly() {
    quietly restore_for later
    quietly build_for later
    say "No compiler to machine code was to be had for this machine: Weerbaar will start a little slower."
}

restore_for() { dotnet restore "$project" --locked-mode --disable-build-servers -p:Compile="$1"; }

build_for() { dotnet build "$project" --configuration Release --no-restore --disable-build-servers -p:Compile="$1"; }

attempt() { "$@" >/dev/null 2>&1 </dev/null 9>&-; }

# quietly COMMAND… shows what the command says only when it fails. The lock stays ours alone.
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1 </dev/null 9>&-; then
        tail -n 40 "$log" >&2
        rm -f "$log"
        failure "Failed: $*"
    fi
    rm -f "$log"
}

# One word for names, sizes and times of all that goes into the program. Milliseconds, and it sees a removed file too.
fingerprint() {
    (
        cd "$root"
        shopt -s nullglob
        find Directory.*.props global.json* .editorconfig* eng/ahead.targets src methods* examples* \
            \( -name bin -o -name obj -o -name node_modules -o -path src/Weerbaar/wwwroot/web \) -prune -o \
            -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum
    )
}
