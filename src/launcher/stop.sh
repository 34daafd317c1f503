# shellcheck shell=bash
# What the launcher runs before Java ends together with it. Read by build.sh and archive.sh.

# From now on a signal that ends the launcher first ends the programs of run_child, then calls CLEAN_UP.
# usage: stop_with CLEAN_UP
stop_with() {
  clean_up="$1"
  trap 'stop HUP' HUP
  trap 'stop INT' INT
  trap 'stop QUIT' QUIT
  trap 'stop TERM' TERM
}

stop_plainly() {
  trap - HUP INT QUIT TERM
}

# Ends the launcher by the signal that it was sent, as it would without a trap. Java may take three seconds to end
# while it writes an archive; Ctrl-C once more must not leave the half of it.
stop() {
  trap '' HUP INT TERM
  trap - QUIT
  # shellcheck disable=SC2046 # one word for each program
  { kill -s TERM $(jobs -p) && wait; } 2>/dev/null || true
  "$clean_up"
  stop_plainly
  kill -s "$1" $$
}

# Runs a program beside the shell and waits for it, since a shell hears of a signal only when a program that runs
# in its place has ended.
run_child() {
  "$@" &
  wait "$!"
}

# Whether a program was stopped from outside (SIGHUP, SIGINT, SIGKILL, SIGTERM), by its exit status.
is_stopped() {
  case "$1" in
    129 | 130 | 137 | 143) return 0 ;;
    *) return 1 ;;
  esac
}
