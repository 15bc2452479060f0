#!/bin/sh
# Fuzzes the readers of bytes: sh Scripts/fuzz.sh [TARGET…]; without targets all of them, one after another.
#
# RUNS bounds the executions of each target (default 100000), SECONDS_EACH the time (default 120). Crashers are left in
# fuzz-findings/: mend the reader, then move the file to Tests/Corpus and name its code in Tests/Corpus/expected.csv.
set -eu
cd "$(dirname "$0")/.."
all="json yaml table gzip utf16 document readers dsse manifest subject keys mapping mapped secrets scanner"
targets=${*:-$all}
runs=${RUNS:-100000}
seconds=${SECONDS_EACH:-120}
build=${FUZZ_BUILD:-.build/fuzz}
CONTROLS_FUZZ=1 swift build --sanitize fuzzer --product fuzz --scratch-path "$build" --quiet
mkdir -p fuzz-findings
for target in $targets; do
  seeds=$(mktemp -d)
  work=$(mktemp -d)
  case $target in
    keys) cp Tests/Corpus/keys/* "$seeds" ;;
    manifest) cp Tests/Corpus/manifests/* evidence/*/manifest.json "$seeds" 2>/dev/null || true ;;
    subject) for file in evidence/*/subject.yaml; do cp "$file" "$seeds/$(echo "$file" | tr / -)"; done ;;
    mapping) cp mappings/*.yaml Tests/Corpus/mappings/* "$seeds" ;;
    *)
      find Tests/Corpus/files Tests/ControlEvidenceTests/Fixtures -type f -size -64k -exec cp {} "$seeds" \;
      ;;
  esac
  printf '%s: ' "$target"
  if FUZZ_TARGET=$target "$build/debug/fuzz" "$work" "$seeds" -runs="$runs" -max_total_time="$seconds" \
    -max_len=65536 -rss_limit_mb=1024 -timeout=20 -dict=Scripts/fuzz.dict -print_final_stats=1 \
    -artifact_prefix="fuzz-findings/$target-" >"$work.log" 2>&1
  then
    sed -n 's/^stat::number_of_executed_units: *//p' "$work.log" | tr '\n' ' '
    echo "executions, no finding"
  else
    tail -n 20 "$work.log"
    echo "$target: a finding; see fuzz-findings"
    exit 1
  fi
  rm -rf "$seeds" "$work" "$work.log"
done
