# Sourced by test: what each suite needs, how it runs, and how its outcome is counted.
# shellcheck shell=bash

: "${root:?}"
passed=0 failed=0 skipped=0 broken=() dotnet_is_built=

need_scripts() { need shellcheck:shellcheck; }
need_analysis() { need_dotnet; }
need_web() { need_node; }
need_site() { need_program; need_chromium; }
need_program() { need_dotnet; need_node; }
need_chromium() { need chromium:chromium fc-list:fontconfig font="Noto Sans":fonts-noto-core; }

need_weerbaar() {
    need_program
    need_chromium
    need pdfinfo:poppler-utils '/usr/lib/postgresql/*/bin/initdb:postgresql'
}

# run_suite NAME counts "passed failed skipped" from the last line that the suite writes in its file of counts.
# A suite that gives no counts, or that ends badly without a failed test, did not run.
run_suite() {
    local name=$1 started=$SECONDS status=0 counts=$results/$1.counts now
    say "── $name"
    "suite_$name" "$counts" >&2 || status=$?
    if ! read -r -a now <"$counts" 2>/dev/null || ((${#now[@]} != 3)) || ((now[0] + now[1] == 0)); then
        broken+=("$name")
        say "── $name did not run ($((SECONDS - started)) s)"
        return 0
    fi
    if ((status != 0 && now[1] == 0)); then broken+=("$name"); fi
    ((passed += now[0], failed += now[1], skipped += now[2])) || true
    say "── $name: ${now[0]} passed, ${now[1]} failed, ${now[2]} skipped ($((SECONDS - started)) s)"
}

# A suite that did not run is one failure more, so that the last line never looks better than the truth.
report() {
    local name
    for name in "${broken[@]}"; do
        say "The suite $name did not run to its end."
    done
    failed=$((failed + ${#broken[@]}))
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    ((failed == 0))
}

suite_scripts() {
    local script good=0 bad=0
    for script in run test weerbaar .ci/run bench/compare.sh bench/load.sh; do
        if (cd "$root" && shellcheck --external-sources --check-sourced "$script"); then ((good += 1)); else ((bad += 1)); fi
    done
    echo "$good $bad 0" >"$1"
}

suite_analysis() { dotnet_suite tests/Analysis.Tests "$1"; }

suite_weerbaar() {
    (build_program) && build_tests && start_postgres quick || return
    local status=0
    WEERBAAR_TEST_ALL=1 WEERBAAR_TEST_PROGRAM=$program dotnet_suite tests/Weerbaar.Tests "$1" || status=$?
    stop_postgres
    return "$status"
}

build_tests() {
    [[ -z $dotnet_is_built ]] || return 0
    say "Building …"
    (cd "$root" && dotnet restore weerbaar.slnx --locked-mode --verbosity quiet \
        && dotnet build weerbaar.slnx --configuration Release --no-restore --verbosity quiet --disable-build-servers) || return
    dotnet_is_built=yes
}

# dotnet_suite FOLDER COUNTS runs one test project and reads the counters of its result file.
# Three at a time on two processors: much of a test is waiting for a database or another process.
dotnet_suite() {
    local status=0 trx=$results/${1##*/}.trx
    build_tests || return
    dotnet test "$root/$1" --configuration Release --no-build --nologo \
        --logger "trx;LogFileName=$trx" --logger 'console;verbosity=minimal' -- xUnit.MaxParallelThreads=3 || status=$?
    [[ ! -f $trx ]] || count_trx "$trx" >"$2"
    return "$status"
}

# What was counted but not executed was skipped; what was executed and did not pass has failed.
count_trx() {
    local line total executed good
    line=$(grep -o '<Counters [^>]*' "$1")
    total=$(attribute total "$line") executed=$(attribute executed "$line") good=$(attribute passed "$line")
    echo "$good $((executed - good)) $((total - executed))"
}

attribute() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$2"; }

suite_web() {
    local status=0 json=$results/web.json
    node_packages "$root/src/web" || return
    (cd "$root/src/web" && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$json") || status=$?
    [[ ! -f $json ]] || node -p '
        const r = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
        [r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests].join(" ")' "$json" >"$1"
    return "$status"
}

suite_site() {
    local status=0 tap=$results/site.tap
    (build_program) || return
    node_packages "$root/tests/Site.Tests" || return
    (cd "$root/tests/Site.Tests" && node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$tap") || status=$?
    [[ ! -f $tap ]] || count_tap "$tap" >"$1"
    return "$status"
}

count_tap() {
    awk '/^# (pass|fail|cancelled|skipped|todo) [0-9]+$/ { n[$2] = $3 }
        END { print n["pass"] + 0, n["fail"] + n["cancelled"], n["skipped"] + n["todo"] }' "$1"
}

# node_packages FOLDER installs exactly what its lock file says, when that changed.
node_packages() {
    local installed=$1/node_modules/.package-lock.json
    [[ $installed -nt $1/package-lock.json ]] || npm ci --prefix "$1" --no-audit --no-fund --silent
}
