# shellcheck shell=bash disable=SC2154
# Makes the jar. Read by ../../bindfold, whose variables and functions it uses, when the jar is missing or older than
# the sources.
# shellcheck source=src/launcher/stop.sh
. "$launcher/stop.sh"

lock_file="$target/.launcher.lock"

# An old jar that cannot be made anew here is run as it is.
update_jar() {
  local lack
  lack="$(lacks)"
  if [ -n "$lack" ]; then
    [ -f "$jar" ] || fail "this checkout is not built, and $lack"
    return 0
  fi
  work=""
  stop_with discard_build
  lock
  if out_of_date; then
    echo "bindfold: building" >&2
    build
  fi
  exec 9>&-
  stop_plainly
}

lacks() {
  if ! mkdir -p "$target" 2>/dev/null || [ ! -w "$target" ]; then
    echo "'$target' cannot be written; run it once as a user who may, or in a copy of the folder."
  elif ! type -P mvn >/dev/null; then
    echo "there is no mvn to build it with; install Maven, or copy the jar to '$jar'."
  fi
}

# One launcher builds at a time; the others wait for it. Where there is no flock, or the lock belongs to another
# user, they do not.
lock() {
  type -P flock >/dev/null || return 0
  { exec 9>"$lock_file"; } 2>/dev/null || return 0
  run_child flock -x 9 || return 0
  # Of launchers that were killed.
  rm -rf "$target"/.build-*
}

# The jar appears when it is whole, so a start that comes meanwhile never runs half of one. Its time is that at which
# the build began: sources that were changed during the build are newer.
build() {
  local status=0
  work="$(mktemp -d "$target/.build-XXXXXX")"
  : >"$work/began"
  run_child run_maven || status=$?
  if [ "$status" -eq 0 ]; then
    touch -r "$work/began" "$work/made.jar" && mv -f "$work/made.jar" "$jar" || status=$?
  fi
  discard_build
  if is_stopped "$status"; then
    exit "$status"
  fi
  [ "$status" -eq 0 ] || fail "the build failed (mvn package in '$home', status $status); its errors are above."
}

run_maven() {
  cd "$home" && exec mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true "-Dbindfold.jar=$work/made.jar" package >&2
}

discard_build() {
  if [ -n "$work" ]; then
    rm -rf "$work"
  fi
}
