#!/bin/sh
# p_resistant on a screen of ABL1 without and with the kinase family: the seed alignment of Pfam's Pkinase as HMMER's tutorial
# has it (Debian: hmmer, hmmer-examples), with ABL1's domain (P00519, 242 to 493) aligned to it and put first. Nothing is fitted.
# Usage: src/bench/family.sh SCREEN STRUCTURES OUT [Pkinase.sto]
set -eu
screen=$1
structures=$2
out=$3
seed=${4:-/usr/share/doc/hmmer/examples/tutorial/Pkinase.sto}
here=$(dirname "$0")/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk '/^>/ { on = /P00519/; next } on { s = s $0 } END { print ">P00519"; print substr(s, 242, 252) }' \
  "$here/src/main/resources/org/bindfold/sequence/proteins.fasta" >"$work/abl1.fasta"
hmmbuild --amino "$work/family.hmm" "$seed" >/dev/null
hmmalign --outformat afa --mapali "$seed" "$work/family.hmm" "$work/abl1.fasta" |
  awk '/^>/ { name = $0; names[++n] = name; next } { rows[name] = rows[name] $0 }
    END { for (i = 1; i <= n; i++) if (names[i] ~ /^>P00519/) print names[i] "\n" rows[names[i]]
      for (i = 1; i <= n; i++) if (names[i] !~ /^>P00519/) print names[i] "\n" rows[names[i]] }' >"$work/family.fasta"
mkdir -p "$out"
for kind in without with; do
  set --
  [ $kind = with ] && set -- --family "$work/family.fasta"
  echo "== $kind the family"
  "$here/bindfold" validate --screen "$screen" --structures "$structures" --numbering uniprot:P00519 --allow-skipped \
    "$@" -o "$out/$kind" 2>/dev/null
done
