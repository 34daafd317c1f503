# shellcheck shell=bash disable=SC2154
# Makes the archive of loaded classes, and the checksum that ties it to the content of the jar. Read by ../../bindfold,
# whose variables and functions it uses, when there is no archive for this Java and this jar.
# shellcheck source=src/launcher/stop.sh
. "$launcher/stop.sh"

# usage: make_archive OPTION, that by which Java writes an archive
make_archive() {
  work="$(mktemp -d "$target/.archive-XXXXXX" 2>/dev/null)" || return 0
  stop_with discard_archive
  if [ -z "$archive" ]; then
    write_checksum
    name_archive
  fi
  if [ -n "$archive" ] && [ ! -e "$archive" ]; then
    echo "bindfold: preparing faster starts with Java $version" >&2
    record_classes "$1"
  fi
  discard_archive
  stop_plainly
}

# The time is that of the jar before it was read: a jar that is replaced meanwhile has another one. Archives that are
# there go with the old checksum; even of the same jar Java would refuse them when its time has changed. Of two starts
# at once the slower one leaves what the other has written.
write_checksum() {
  local checksum
  touch -r "$jar" "$work/time"
  checksum="$(sha256)" || return 0
  printf '%s  %s\n' "${checksum%% *}" "${jar##*/}" >"$work/checksum"
  touch -r "$work/time" "$work/checksum"
  name_archive
  [ -z "$archive" ] || return 0
  rm -f "$target"/classes-*.jsa || true
  mv -f "$work/checksum" "$checksum_file" || true
}

sha256() {
  if type -P sha256sum >/dev/null; then
    sha256sum <"$jar"
  else
    shasum -a 256 <"$jar"
  fi 2>/dev/null
}

# Runs the bundled example once and keeps what it loaded. An empty archive means that it cannot be done; a run that
# was stopped does not mean that. What was recorded while the jar was replaced is no use.
record_classes() {
  local status=0 wanted="$archive"
  run_child run_example "$1=$work/classes.jsa" || status=$?
  if is_stopped "$status"; then
    return 0
  fi
  if [ "$status" -ne 0 ] || [ ! -f "$work/classes.jsa" ]; then
    rm -f "$work/classes.jsa"
    : >"$work/classes.jsa"
  fi
  name_archive
  if [ "$archive" = "$wanted" ]; then
    mv -f "$work/classes.jsa" "$archive"
  fi
}

run_example() {
  cd "$home" && exec "$java" "${options[@]}" "$1" -jar "$jar" analyze mutations/cml-relapse.vcf \
    --copy-number mutations/cml-relapse.cns --drug imatinib -o "$work" >/dev/null 2>&1
}

discard_archive() {
  rm -rf "$work"
}
