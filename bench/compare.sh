#!/usr/bin/env bash
# Times whole processes of this engine and of its peers in turn, and prints medians and ratios, wall and processor time
# side by side. On an idle machine:
#   bench/compare.sh [ROUNDS]      builds what it needs; says which peers are not installed, and how to, and leaves them out
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
rounds=${1:-5} folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
weerbaar=(dotnet "$root/src/Weerbaar/bin/Program/weerbaar.dll")
bench=$root/bench/bin/Release/net10.0/Bench
peers=$root/bench/peers

# peer NAME HOW COMMAND… succeeds when the command does; otherwise says how to install it.
peer() {
    local name=$1 how=$2
    shift 2
    "$@" >/dev/null 2>&1 || { echo "Left out: $name is not installed. To compare with it: $how" >&2; return 1; }
}

[[ -x /usr/bin/time ]] || { echo 'This needs GNU time: sudo apt install time' >&2; exit 69; }
numpy='' numba='' smaa=''
peer 'numpy with scipy' 'sudo apt install python3-numpy python3-scipy' /usr/bin/python3 -c 'import numpy, scipy' && numpy=yes
peer numba 'sudo apt install python3-numba' /usr/bin/python3 -c 'import numba' && numba=yes
peer 'R smaa' 'sudo apt install r-base-core r-base-dev git && git clone https://github.com/gertvv/rsmaa && sudo R CMD INSTALL rsmaa/smaa' Rscript -e 'library(smaa)' && smaa=yes
echo "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg), $rounds rounds" >&2

"$root/weerbaar" --version >/dev/null
dotnet build "$root/bench" --configuration Release --verbosity quiet >/dev/null
"$bench" table 100 12 >"$folder/p1.csv"
"$bench" table 500 14 >"$folder/large.csv"
"$bench" panel 100 50 >"$folder/p2.csv"

# once NAME COMMAND… adds a line "wall processor MiB" to the file of that name.
once() {
    local name=$1
    shift
    /usr/bin/time -f '%e %U %S %M' -o "$folder/time" "$@" >/dev/null 2>"$folder/errors" || { cat "$folder/errors" >&2; return 1; }
    awk '{print $1, $2 + $3, $4 / 1024}' "$folder/time" >>"$folder/$name"
}

median() { awk -v column="$2" '{print $column}' "$folder/$1" | sort -g | awk '{x[NR] = $1} END {print x[int((NR + 1) / 2)]}'; }

row() { printf '%-44s %8.3f s wall %8.3f s processor %6.0f MiB' "$1" "$(median "$1" 1)" "$(median "$1" 2)" "$(median "$1" 3)"; }

# against A B FACTOR: B over A, wall and processor, times FACTOR for less work done.
against() {
    row "$2"
    awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" -v c="$(median "$1" 2)" -v d="$(median "$2" 2)" -v f="$3" \
        'BEGIN {printf "   %6.1f x wall %6.1f x processor\n", f * b / a, f * d / c}'
}

# The first run of numba compiles.
[[ -z $numba ]] || /usr/bin/python3 "$peers/acceptability_numba.py" "$folder/p1.csv" 1000 1 2 >/dev/null

for ((round = 0; round < rounds; round++)); do
    once plain "${weerbaar[@]}" simulate --table "$folder/p1.csv" --samples 1000000 --threads 2 --json
    [[ -z $numpy ]] || once numpy /usr/bin/python3 "$peers/acceptability_numpy.py" "$folder/p1.csv" 1000000 1 2
    once plain "${weerbaar[@]}" simulate --table "$folder/p1.csv" --samples 1000000 --threads 2 --json
    [[ -z $numba ]] || once numba /usr/bin/python3 "$peers/acceptability_numba.py" "$folder/p1.csv" 1000000 1 2
    once ranked "${weerbaar[@]}" simulate --table "$folder/p1.csv" --samples 1000000 --threads 2 --json --weights 'order:0>1>2>3>4>5>6>7>8>9>10>11'
    once large "${weerbaar[@]}" simulate --table "$folder/large.csv" --samples 1000000 --threads 2 --json
    once start "${weerbaar[@]}" simulate --table "$folder/p1.csv" --samples 1000 --threads 2 --json
    once experts "${weerbaar[@]}" elicit "$folder/p2.csv" --json
    [[ -z $numpy ]] || once experts-numpy /usr/bin/python3 "$peers/classical_model_numpy.py" "$folder/p2.csv"
done
[[ -z $smaa ]] || once smaa-half Rscript "$peers/acceptability_smaa.R" "$folder/p1.csv" 500000 1

echo 'Medians; how many times plain, or experts for what weighs experts (R smaa did half of the samples, counted twice)'
row plain && echo
[[ -z $numpy ]] || against plain numpy 1
[[ -z $numba ]] || against plain numba 1
[[ -z $smaa ]] || against plain smaa-half 2
against plain ranked 1
against plain large 1
against plain start 1
row experts && echo
[[ -z $numpy ]] || against experts experts-numpy 1
"$bench" compute 100 12 1000000 9
"$bench" experts 100 50 30
