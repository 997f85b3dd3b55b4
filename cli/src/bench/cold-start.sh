#!/usr/bin/env bash
# Measures a cold `bylaw check` of one manifest against a bare JVM that says hello, both on the runtime of the built
# distribution, in turn, and prints the medians of CPU time (user and system) and of wall time in milliseconds, and the
# medians of the ratios pair by pair. Nothing else should be busy on the machine; its load before and after is printed.
#
# Both are started cold: a process of its own each time, with files that the system has read before. The launcher is
# part of the check, as for every user. The caches know where they were made, so a distribution that was moved since
# is measured as such, and is slower. A check may cost three times what hello costs.
#
# usage: cold-start.sh [ROUNDS [MANIFEST]]      BYLAW_HOME=folder names another distribution
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-21}
manifest=${2:-$here/../dist/training/web.yaml}
home=${BYLAW_HOME:-$here/../../target/bylaw}
[ -x "$home/bin/bylaw" ] || { echo "no distribution at $home: run mvn package" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac=${JAVAC:-javac}
"$javac" --release 17 -d "$work" "$here/Hello.java"

# One line per run: CPU and wall time in milliseconds. A subshell of its own makes `times` count just that run.
run() {
  (
    TIMEFORMAT='%U %S %R'
    { time { "$@" >"$work/out" 2>&1 && echo 0 >"$work/exit" || echo $? >"$work/exit"; }; } 2>&1
  ) | awk '{printf "%.1f %.1f\n", ($1 + $2) * 1000, $3 * 1000}'
}
hello() { run "$home/runtime/bin/java" -cp "$work" Hello; }
check() {
  run "$home/bin/bylaw" check "$manifest"
  # A program that fails is quick: only a verdict counts, with findings or without.
  [ "$(cat "$work/exit")" -le 1 ] && grep -q '1 checked' "$work/out" || { cat "$work/out" >&2; exit 2; }
}

printf 'load before: %s\n' "$(uptime)"
hello >/dev/null
check >/dev/null
for ((round = 0; round < rounds; round++)); do
  hello | tr '\n' ' '
  check
done >"$work/runs"

median() {
  awk "{printf \"%.2f\\n\", $1}" "$work/runs" | sort -n | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'
}
printf '%-8s %12s %12s\n' '' 'CPU ms' 'wall ms'
printf '%-8s %12s %12s\n' hello "$(median '$1')" "$(median '$2')" check "$(median '$3')" "$(median '$4')" \
  ratio "$(median '$3 / $1')" "$(median '$4 / $2')"
echo "medians of $rounds runs each, in turn"
printf 'load after:  %s\n' "$(uptime)"
