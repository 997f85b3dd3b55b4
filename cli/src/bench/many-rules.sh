#!/usr/bin/env bash
# Measures `bylaw check` with ten rules and with a thousand over the same few paths, and prints the CPU time of both and
# their ratio: a thousand rules must cost a small multiple of ten, not a hundred times as much. Then it measures how long
# a rule file with as many errors takes until all are reported. Medians of some rounds, in turn.
#
# usage: many-rules.sh [ROUNDS [RULES]]      BYLAW_HOME=folder names another distribution
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-7}
many=${2:-1000}
home=${BYLAW_HOME:-$here/../../target/bylaw}
[ -x "$home/bin/bylaw" ] || { echo "no distribution at $home: run mvn package" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each rule differs from the others in a literal, so none is a duplicate; all read the same three paths.
rules() {
  echo "pack bench"
  for ((i = 0; i < $1; i++)); do
    printf '\nrule r%d {\n  for container\n  deny image.tag is absent or (image.tag == "0.%d" and resources.limits.memory >= %dMi)\n}\n' "$i" "$i" "$((i + 1))"
  done
}
rules 10 >"$work/few.bylaw"
rules "$many" >"$work/many.bylaw"
sed 's/image\.tag is absent/image.tga is absent/' "$work/many.bylaw" >"$work/wrong.bylaw"
for ((i = 0; i < 200; i++)); do
  printf -- '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d%d}\nspec: {template: {spec: {containers: [{name: a, image: "registry.example.com/a:2.%d", resources: {limits: {memory: 64Mi}}}]}}}\n' "$i" "$i"
done >"$work/manifests.yaml"

# CPU time in milliseconds, user and system.
run() {
  (
    TIMEFORMAT='%U %S'
    { time { "$home/bin/bylaw" check --rules "$1" --quiet --format concise "$work/manifests.yaml" >"$work/out" 2>"$work/err" \
      && echo 0 >"$work/exit" || echo $? >"$work/exit"; }; } 2>&1
  ) | awk '{printf "%.0f\n", ($1 + $2) * 1000}'
  [ "$(cat "$work/exit")" = "$2" ] || { cat "$work/out" "$work/err" >&2; exit 2; }
}
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

run "$work/few.bylaw" 0 >/dev/null
for ((round = 0; round < rounds; round++)); do
  run "$work/few.bylaw" 0 >>"$work/few"
  run "$work/many.bylaw" 0 >>"$work/many"
  run "$work/wrong.bylaw" 2 >>"$work/wrong"
done
few=$(median <"$work/few")
all=$(median <"$work/many")
reported=$(grep -c 'error\[' "$work/err")
printf '%-28s %8s\n' '' 'CPU ms' '10 rules' "$few" "$many rules" "$all"
awk "BEGIN {printf \"%-28s %8.1f\\n\", \"ratio\", $all / $few}"
printf '%-28s %8s\n' "$many rules with an error each" "$(median <"$work/wrong")"
echo "errors reported: $reported"
