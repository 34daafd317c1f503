#!/bin/sh
# Open Babel 3.1.1, `obabel -p 7.4`.
# One would guess: hydrogens for pH 7.4 follow the molecule's pKa values: the N-methylpiperazine of imatinib carries one
#   proton. A piperazine's second one needs a pH below 6, since the first charge stands two carbons away.
# What happens: every amine is judged by itself, so both nitrogens of a piperazine and both of ethylenediamine are charged at
#   7.4, and still at 9: imatinib goes out as a dication. A single amine is charged once, as expected.
# Why it matters: this is the usual step before a ligand is docked or scored. A second charge in the pocket weighs in
#   every electrostatic term, and imatinib, bosutinib and ponatinib all have such a piperazine. A tool that reads ligand
#   files must not trust the charges in them.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
chmod 755 "$tmp"

# The pinned packages, and what they need that is not here yet, unpacked into the temporary folder.
unpack() {
  mkdir -p "$tmp/debs/partial" "$tmp/root"
  fetch="apt-get install -qq -y --download-only --reinstall --no-install-recommends \
    -o Dir::Cache::archives=$tmp/debs"
  $fetch "$@" >"$tmp/apt.log" 2>&1 || { apt-get update -qq >>"$tmp/apt.log" 2>&1 && $fetch "$@" >>"$tmp/apt.log" 2>&1; } ||
    { cat "$tmp/apt.log" >&2; exit 2; }
  for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
  LD_LIBRARY_PATH=$(find "$tmp/root" -name '*.so*' -exec dirname {} + | sort -u | paste -sd:)
  BABEL_LIBDIR=$(find "$tmp/root/usr/lib" -type d -path '*/openbabel/3*')
  BABEL_DATADIR=$(find "$tmp/root/usr/share" -type d -path '*/openbabel/3*')
  PATH=$tmp/root/usr/bin:$PATH
  export LD_LIBRARY_PATH BABEL_LIBDIR BABEL_DATADIR PATH
}
unpack openbabel=3.1.1+dfsg-9+b3 libopenbabel7=3.1.1+dfsg-9+b3
obabel -V | cut -d' ' -f 1-3

expect() { # what, pH, SMILES, expected
  seen=$(obabel -:"$3" -osmi -p "$2" 2>"$tmp/obabel.log" | tr -d ' \t')
  printf '%-24s pH %-4s %s\n' "$1" "$2" "$seen"
  [ "$4" = "$seen" ] || { echo "CHANGED: expected $4" >&2; exit 1; }
}
expect trimethylamine 7.4 'CN(C)C' 'C[NH+](C)C'
expect N,N-dimethylpiperazine 7.4 'CN1CCN(C)CC1' 'C[NH+]1CC[NH+](C)CC1'
expect N,N-dimethylpiperazine 9 'CN1CCN(C)CC1' 'C[NH+]1CC[NH+](C)CC1'
expect ethylenediamine 7.4 'NCCN' '[NH3+]CC[NH3+]'
expect imatinib 7.4 'Cc1ccc(NC(=O)c2ccc(CN3CCN(C)CC3)cc2)cc1Nc1nccc(n1)-c1cccnc1' \
  'Cc1ccc(NC(=O)c2ccc(C[NH+]3CC[NH+](C)CC3)cc2)cc1Nc1nccc(n1)c1cccnc1'
echo 'Confirmed: both nitrogens of a piperazine are charged at pH 7.4.'
