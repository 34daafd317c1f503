#!/bin/sh
# How long the classes of src/main/java are: the number of top-level .java files without package-info, and the median, the 90th
# percentile (nearest rank) and the most of their lines; of the working tree, and of a commit beside it where one is named.
# Usage: src/bench/class-sizes.sh [COMMIT]
set -eu
[ $# -le 1 ] || { echo "usage: src/bench/class-sizes.sh [COMMIT]" >&2; exit 2; }
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sizes() { # name folder
  find "$2/src/main/java" -name '*.java' ! -name package-info.java | while IFS= read -r file; do
    echo "$(wc -l < "$file") ${file#"$2/"}"
  done | sort -n | awk -v name="$1" '
    { lines[NR] = $1; file = $2 }
    END {
      if (!NR) exit
      middle = (lines[int((NR + 1) / 2)] + lines[int(NR / 2) + 1]) / 2
      rank = int(0.9 * NR)
      if (rank < 0.9 * NR) rank++
      printf "%s: %d classes, lines: median %g, 90%% up to %d, longest %d (%s)\n", name, NR, middle, lines[rank], lines[NR], file
    }'
}

if [ $# = 1 ]; then
  # Before the pipe, whose first half would fail unseen.
  commit=$(git rev-parse --verify --quiet "$1^{commit}") || { echo "class-sizes.sh: no commit $1" >&2; exit 1; }
  git archive --output="$work/tree.tar" "$commit" src/main/java
  tar -xf "$work/tree.tar" -C "$work"
  sizes "$1" "$work"
fi
sizes "working tree" .
