#!/bin/sh
# Instructions for each record, by callgrind: the difference between 10⁴ and 10³ records, so that what
# every run costs drops out.
# Counts SHA-256 as for a processor without instructions for it, which valgrind does not show to programs.
set -eu
cd "$(dirname "$0")/.."
binaries=.build/release
data=.build/benchmarks/instructions
if ! command -v valgrind >/dev/null; then
  echo "needed: valgrind" >&2
  exit 1
fi
for product in benchmark-controls benchmark-data; do
  swift build -c release --product "$product" >/dev/null
done
for family in calls identities; do
  for size in 1000 10000; do
    folder=$data/$family-$size
    [ -f "$folder/answers.json" ] || "$binaries/benchmark-data" "$family" "$size" "$folder" >/dev/null
    valgrind --tool=callgrind --callgrind-out-file="$folder/callgrind.out" \
      "$binaries/benchmark-controls" test --quiet --evidence "$folder/evidence" \
      --policy Benchmarks/policy.yaml --as-of 2026-11-20T09:00:00Z --reports "$folder/reports" \
      >"$folder/log" 2>&1 || [ $? -le 2 ]
    count=$(sed -n 's/^summary: *\([0-9]*\).*/\1/p;s/^totals: *\([0-9]*\).*/\1/p' \
      "$folder/callgrind.out" | head -n 1)
    echo "$family $size: $count instructions"
    eval "count_$size=$count"
  done
  echo "$family: $(((count_10000 - count_1000) / 9000)) a record," \
    "$((count_1000 - (count_10000 - count_1000) / 9)) for any run"
done
echo "where: callgrind_annotate --inclusive=yes $data/calls-10000/callgrind.out"
