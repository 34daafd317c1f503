#!/usr/bin/env bats
# The launcher beside stubs of Java and Maven, in a checkout of its own that is gone after each test.
# shellcheck disable=SC2030,SC2031,SC2154 # each test is a subshell with variables of bats: status, output, lines, stderr
bats_require_minimum_version 1.5.0

setup() {
  state="$BATS_TEST_TMPDIR/state"
  tools="$BATS_TEST_TMPDIR/tools"
  mkdir "$state" "$tools"
  : >"$state/log"
  mkfifo "$state/go"
  # Only what is linked here is on the launcher's PATH: the machine's own Java and Maven are not.
  link_tools bash cat find flock mkdir mktemp mv readlink rm sha256sum touch
  ln -s "$BATS_TEST_DIRNAME/stubs/mvn" "$tools/mvn"
  make_checkout "$BATS_TEST_TMPDIR/checkout"
  use_java 17.0.2 17.0.2+8
  started=()
}

teardown() {
  local pid
  for pid in "${started[@]}"; do
    kill -s KILL "$pid" 2>/dev/null || true
  done
  chmod -R u+w "$BATS_TEST_TMPDIR"
}

link_tools() {
  local tool place
  for tool in "$@"; do
    if place="$(type -P "$tool")"; then
      ln -s "$place" "$tools/$tool"
    fi
  done
}

# Has each call of a tool noted.
note_uses_of() {
  rm "$tools/$1"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "%s" >>"$STATE/log"\nexec "%s" "$@"\n' "$1" "$(type -P "$1")" >"$tools/$1"
  chmod +x "$tools/$1"
}

make_checkout() {
  local root="$BATS_TEST_DIRNAME/../../.."
  checkout="$1"
  jar="$checkout/target/bindfold-all.jar"
  mkdir -p "$checkout/src/main" "$checkout/structures"
  cp "$root/bindfold" "$checkout/"
  cp -r "$root/src/launcher" "$checkout/src/"
  echo "first" >"$checkout/src/main/code"
  : >"$checkout/pom.xml"
  touch -d 2020-01-01 "$checkout/src/main/code" "$checkout/src/main" "$checkout/structures" "$checkout/pom.xml"
}

# usage: use_java VERSION [RUNTIME_VERSION]; a JDK of that version
use_java() {
  jdk="$BATS_TEST_TMPDIR/jdk-$1"
  mkdir -p "$jdk/bin"
  cp "$BATS_TEST_DIRNAME/stubs/java" "$jdk/bin/"
  {
    echo 'IMPLEMENTOR="Stub"'
    if [ -n "${2:-}" ]; then
      echo "JAVA_RUNTIME_VERSION=\"$2\""
    fi
    echo "JAVA_VERSION=\"$1\""
  } >"$jdk/release"
}

# What comes before the launcher's name: its whole environment. More of it can be given as words NAME=VALUE.
environment() {
  clean=(env -i "PATH=$tools" "STATE=$state" "JAVA_HOME=$jdk" "$@")
}

launch() {
  environment
  run --separate-stderr "${clean[@]}" "$checkout/bindfold" "$@"
}

# Starts the launcher beside the test; its process is $pid. Signals do what they do in a terminal's shell.
start() {
  env --default-signal=HUP,INT,TERM true 2>/dev/null || skip "env cannot set signals back to their defaults"
  env --default-signal=HUP,INT,TERM "${clean[@]}" "$checkout/bindfold" "$@" \
    >"$state/out.${#started[@]}" 2>"$state/err.${#started[@]}" 3>&- &
  pid=$!
  started+=("$pid")
}

# usage: await LINE [TIMES]; until the stubs have noted it
await() {
  local tries=1500
  while [ "$tries" -gt 0 ]; do
    if [ "$(noted "$1")" -ge "${2:-1}" ]; then
      return 0
    fi
    sleep 0.02
    tries=$((tries - 1))
  done
  echo "never noted: $1"
  return 1
}

noted() {
  grep -c -- "^$1" "$state/log" || true
}

release() {
  echo go 1<>"$state/go" >"$state/go"
}

# The exit status of a started launcher, in $status.
finish() {
  status=0
  wait "$1" || status=$?
}

# Runs as somebody whom the modes of files hold back, which they do not for root.
hold_to_modes() {
  held=()
  if [ "$(id -u)" -eq 0 ]; then
    held=(setpriv "--bounding-set=-dac_override,-dac_read_search")
  fi
  mkdir "$state/closed"
  chmod a-w "$state/closed"
  if ! "${held[@]}" true 2>/dev/null || "${held[@]}" test -w "$state/closed"; then
    skip "root, and setpriv cannot take the right to write anywhere"
  fi
}

launch_held() {
  environment
  run --separate-stderr "${held[@]}" "${clean[@]}" "$checkout/bindfold" "$@"
}

refused() {
  echo "status $status, stdout '$output', stderr '$stderr'"
  [ "$status" -eq 3 ]
  [ -z "$output" ]
  [ "$stderr" = "bindfold: $1" ]
}

runs() {
  echo "status $status, stdout '$output', stderr '$stderr'"
  [ "$status" -eq 0 ]
  grep -qx "runs $1" <<<"$output"
}

has_option() {
  echo "stdout '$output'"
  grep -q -x -- "option $1" <<<"$output"
}

lacks_option() {
  ! has_option "$1"
}

nothing_left() {
  echo "left: $(ls -A "$checkout/target")"
  [ -z "$(find "$checkout/target" -mindepth 1 -name '.*' ! -name .launcher.lock)" ]
}

unlocked() {
  [ ! -e "$tools/flock" ] || flock -n "$checkout/target/.launcher.lock" true
}

# Java

@test "without Java on the PATH it says so" {
  jdk=""
  launch --version
  refused "cannot run 'java'; set JAVA_HOME to a JDK 17 or later."
}

@test "a JAVA_HOME without Java is named" {
  jdk="$BATS_TEST_TMPDIR/nowhere"
  launch --version
  refused "cannot run '$jdk/bin/java'; set JAVA_HOME to a JDK 17 or later."
}

@test "Java on the PATH is used where JAVA_HOME is empty" {
  ln -s "$jdk/bin/java" "$tools/java"
  jdk=""
  launch --version
  runs first
  [ "$(noted "build with $")" -eq 1 ]
}

@test "an old Java is named before anything is built" {
  use_java 11.0.2
  launch --version
  refused "'$jdk/bin/java' is Java 11.0.2, and Java 17 or later is needed; set JAVA_HOME to a JDK 17 or later."
  [ ! -s "$state/log" ]
  [ ! -e "$checkout/target" ]
}

@test "Java 16 is old" {
  use_java 16.0.1 16.0.1+9-LTS
  launch --version
  refused "'$jdk/bin/java' is Java 16.0.1+9-LTS, and Java 17 or later is needed; set JAVA_HOME to a JDK 17 or later."
}

@test "Java 8 is old, also where its JRE is on the PATH" {
  use_java 1.8.0_392
  mkdir -p "$jdk/jre/bin"
  mv "$jdk/bin/java" "$jdk/jre/bin/java"
  ln -s "$jdk/jre/bin/java" "$tools/java"
  jdk=""
  launch --version
  refused "'$tools/java' is Java 1.8.0_392, and Java 17 or later is needed; set JAVA_HOME to a JDK 17 or later."
}

@test "Java 17, 21-ea and 100 are not old" {
  local version
  for version in 17 21-ea 100.0.1; do
    use_java "$version"
    launch --version
    runs first
  done
}

@test "a release file without a last line end is read" {
  printf 'JAVA_VERSION="11.0.2"' >"$jdk/release"
  launch --version
  refused "'$jdk/bin/java' is Java 11.0.2, and Java 17 or later is needed; set JAVA_HOME to a JDK 17 or later."
}

@test "a Java that does not tell its version is run, without an archive" {
  rm "$jdk/release"
  launch --version
  runs first
  echo 'IMPLEMENTOR="Stub"' >"$jdk/release"
  launch --version
  runs first
  [ "$(noted archive)" -eq 0 ]
}

@test "a relative JAVA_HOME holds for Maven and the archive too" {
  cd "$BATS_TEST_TMPDIR"
  jdk="jdk-17.0.2"
  launch --version
  runs first
  [ "$(noted "build with $BATS_TEST_TMPDIR/jdk-17.0.2$")" -eq 1 ]
  has_option "-XX:SharedArchiveFile=.*"
}

# The folder

@test "a path with spaces and signs" {
  make_checkout "$BATS_TEST_TMPDIR/my [check] * 'out'"
  launch --version
  runs first
  launch --version
  runs first
  [ -z "$stderr" ]
  [ "$(noted build)" -eq 1 ]
}

@test "a path with a colon is refused" {
  make_checkout "$BATS_TEST_TMPDIR/check:out"
  launch --version
  refused "cannot run in '$checkout': Java cannot load from a path with a colon; rename or move the folder."
}

@test "through links, from another folder" {
  ln -s "$checkout/bindfold" "$tools/bindfold"
  ln -s bindfold "$tools/fold"
  environment
  cd /
  run --separate-stderr "${clean[@]}" "$tools/fold" --version
  runs first
  run --separate-stderr "${clean[@]}" fold --version
  runs first
  [ "$(noted build)" -eq 1 ]
}

@test "a read-only folder with a jar works, with its archive" {
  hold_to_modes
  launch --version
  chmod -R a-w "$checkout"
  launch_held --version
  runs first
  [ -z "$stderr" ]
  has_option "-XX:SharedArchiveFile=.*"
}

@test "a read-only folder with a jar works without an archive, and with newer sources" {
  hold_to_modes
  mkdir "$checkout/target"
  echo "given" >"$jar"
  touch "$checkout/src/main/code"
  chmod -R a-w "$checkout"
  launch_held --version
  runs given
  [ -z "$stderr" ]
}

@test "a read-only folder that is not built says so" {
  hold_to_modes
  chmod -R a-w "$checkout"
  launch_held --version
  refused "this checkout is not built, and '$checkout/target' cannot be written; run it once as a user who may, or in a copy of the folder."
}

@test "launcher and jar alone are enough" {
  launch --version
  rm -r "$checkout/src" "$checkout/structures" "$checkout/pom.xml"
  launch --version
  runs first
  rm "$jar"
  launch --version
  refused "there is no '$jar', and nothing to build it from; copy the jar there, or get the sources anew."
}

# What Java is given

@test "arguments arrive as they are" {
  launch --version
  launch "" "a  b" '*' "-x" "\$HOME" "tab	end"
  runs first
  [ "$(grep ^argument <<<"$output")" = "argument 
argument a  b
argument *
argument -x
argument \$HOME
argument tab	end" ]
}

@test "what scores many mutations gets the full compiler" {
  launch --version
  local command
  for command in score scan validate calibrate atlas simulate; do
    launch "$command"
    runs first
    lacks_option -XX:TieredStopAtLevel=1
    has_option -XX:+UseSerialGC
  done
  for command in analyze check drugs structures --help; do
    launch "$command"
    runs first
    has_option -XX:TieredStopAtLevel=1
  done
}

@test "a file of more than 128 MB gets the full compiler" {
  launch --version
  cd "$state"
  truncate -s 120M -- "-small"
  truncate -s 130M -- "-large [1].vcf"
  launch analyze -small nothing
  has_option -XX:TieredStopAtLevel=1
  launch analyze -small "-large [1].vcf"
  lacks_option -XX:TieredStopAtLevel=1
  launch analyze "$state/-large [1].vcf"
  lacks_option -XX:TieredStopAtLevel=1
}

@test "no terminal, no progress bar" {
  launch --version
  lacks_option -Dbindfold.terminal=true
}

@test "stdin, stdout and the exit code are the program's" {
  environment
  run --separate-stderr "${clean[@]}" "$checkout/bindfold" copy <<<"from stdin"
  [ "${lines[-1]}" = "from stdin" ]
  [ "$(grep -c "output of the build" <<<"$output")" -eq 0 ]
  [ "${stderr_lines[0]}" = "bindfold: building" ]
  [ "${stderr_lines[1]}" = "output of the build" ]
  [ "${stderr_lines[2]}" = "bindfold: preparing faster starts with Java 17.0.2+8" ]
  [ "${#stderr_lines[@]}" -eq 3 ]
  launch exit 5
  [ "$status" -eq 5 ]
  [ -z "$stderr" ]
}

@test "signals reach the program" {
  launch --version
  environment
  local signal
  for signal in TERM:143 INT:130 KILL:137; do
    : >"$state/log"
    start block
    await "program blocked"
    kill -s "${signal%:*}" "$pid"
    finish "$pid"
    [ "$status" -eq "${signal#*:}" ]
  done
}

@test "a normal start needs no more than readlink and find" {
  launch --version
  rm "$tools"/*
  link_tools bash readlink find
  ln -s "$jdk/bin/java" "$tools/java"
  ln -s "$(type -P cat)" "$tools/cat" # the stub's
  jdk=""
  launch --version
  runs first
  [ -z "$stderr" ]
  has_option "-XX:SharedArchiveFile=.*"
}

# Building

@test "it builds once, and again when a source is newer" {
  launch --version
  runs first
  launch --version
  [ "$(noted build)" -eq 1 ]
  echo "second" >"$checkout/src/main/code"
  launch --version
  runs second
  touch "$checkout/pom.xml"
  launch --version
  runs second
  [ "$(noted build)" -eq 3 ]
  nothing_left
}

@test "a source that is changed during a build is built by the next start" {
  environment BLOCK=build
  start --version
  await "build blocked"
  echo "second" >"$checkout/src/main/code"
  release
  finish "$pid"
  [ "$status" -eq 0 ]
  launch --version
  runs second
}

@test "two starts at once build once" {
  [ -e "$tools/flock" ] || skip "no flock"
  note_uses_of flock
  environment BLOCK=build
  start --version
  await "build blocked"
  start --version
  await flock 2
  release
  finish "${started[0]}"
  [ "$status" -eq 0 ]
  finish "${started[1]}"
  [ "$status" -eq 0 ]
  [ "$(noted "build with")" -eq 1 ]
  grep -qx "runs first" "$state/out.0"
  grep -qx "runs first" "$state/out.1"
  nothing_left
}

@test "without flock it builds all the same" {
  rm -f "$tools/flock"
  launch --version
  runs first
  nothing_left
}

@test "a lock file of another user does not stop it" {
  hold_to_modes
  mkdir "$checkout/target"
  : >"$checkout/target/.launcher.lock"
  chmod 444 "$checkout/target/.launcher.lock"
  launch_held --version
  runs first
  [ "$stderr" = "bindfold: building
output of the build
bindfold: preparing faster starts with Java 17.0.2+8" ]
}

@test "a failed build is told, and the next start builds" {
  environment FAIL=build
  run --separate-stderr "${clean[@]}" "$checkout/bindfold" --version
  [ "$status" -eq 3 ]
  [ -z "$output" ]
  [ "${stderr_lines[-1]}" = "bindfold: the build failed (mvn package in '$checkout', status 7); its errors are above." ]
  [ ! -e "$jar" ]
  nothing_left
  launch --version
  runs first
}

@test "without Maven and jar it says so" {
  rm "$tools/mvn"
  launch --version
  refused "this checkout is not built, and there is no mvn to build it with; install Maven, or copy the jar to '$jar'."
}

@test "without Maven an old jar is run as it is" {
  launch --version
  rm "$tools/mvn"
  echo "second" >"$checkout/src/main/code"
  launch --version
  runs first
  [ -z "$stderr" ]
}

@test "what a killed build left goes with the next build" {
  mkdir -p "$checkout/target/.build-killed"
  launch --version
  runs first
  nothing_left
}

stopped_while_building() {
  environment BLOCK=build
  start --version
  await "build blocked"
  kill -s "$1" "$pid"
  finish "$pid"
  [ "$status" -eq "$2" ]
  [ "$(cat "$state/err.0")" = "bindfold: building
output of the build" ]
  [ ! -e "$jar" ]
  nothing_left
  unlocked
  launch --version
  runs first
}

@test "SIGINT while building: no jar, no lock, and the next start builds" {
  stopped_while_building INT 130
}

@test "SIGTERM while building: no jar, no lock, and the next start builds" {
  stopped_while_building TERM 143
}

@test "SIGHUP while building: no jar, no lock, and the next start builds" {
  stopped_while_building HUP 129
}

@test "SIGTERM while building anew: the old jar is whole, and the next start builds" {
  launch --version
  echo "second" >"$checkout/src/main/code"
  environment BLOCK=build
  start --version
  await "build blocked"
  kill -s TERM "$pid"
  finish "$pid"
  [ "$status" -eq 143 ]
  [ "$(cat "$jar")" = "first" ]
  launch --version
  runs second
}

@test "a start that waits for another's build can be stopped alone" {
  [ -e "$tools/flock" ] || skip "no flock"
  note_uses_of flock
  environment BLOCK=build
  start --version
  await "build blocked"
  start --version
  await flock 2
  kill -s TERM "$pid"
  finish "$pid"
  [ "$status" -eq 143 ]
  release
  finish "${started[0]}"
  [ "$status" -eq 0 ]
  grep -qx "runs first" "$state/out.0"
}

# The archive

@test "before Java 25 it is a class archive, from then on an AOT cache" {
  launch --version
  has_option "-XX:SharedArchiveFile=$checkout/target/classes-.*-17.0.2+8.jsa"
  use_java 25.0.1 25.0.1+8-LTS
  launch --version
  has_option "-XX:AOTCache=$checkout/target/classes-.*-25.0.1+8-LTS.jsa"
  launch --version
  [ "$(noted archive)" -eq 2 ]
  [ "$(find "$checkout/target" -name 'classes-*' | wc -l)" -eq 2 ]
}

@test "the checksum beside the jar is the jar's" {
  launch --version
  cd "$checkout/target"
  sha256sum -c bindfold-all.jar.sha256
}

# Replaces the jar, whose text is then "given", and gives it a time.
replaced_jar_runs() {
  use_java 25
  launch --version
  runs first
  has_option "-XX:AOTCache=.*"
  echo "given" >"$jar.new"
  mv "$jar.new" "$jar"
  touch "$@" "$jar"
  rm "$tools/mvn"
  launch --version
  runs given
  has_option "-XX:AOTCache=.*"
  [ "$stderr" = "bindfold: preparing faster starts with Java 25" ]
  [ "$(find "$checkout/target" -name 'classes-*' | wc -l)" -eq 1 ]
  launch --version
  runs given
  [ -z "$stderr" ]
}

@test "a jar that was replaced by a newer one runs its own code" {
  replaced_jar_runs -d "now"
}

@test "a jar that was replaced by an older one runs its own code" {
  replaced_jar_runs -d "2021-01-01"
}

@test "a replaced jar in a read-only folder runs its own code" {
  hold_to_modes
  use_java 25
  launch --version
  echo "given" >"$jar"
  chmod -R a-w "$checkout"
  launch_held --version
  runs given
  lacks_option "-XX:AOTCache=.*"
  [ -z "$stderr" ]
}

@test "a jar is read for its checksum once" {
  note_uses_of sha256sum
  launch --version
  launch --version
  [ "$(noted sha256sum)" -eq 1 ]
  rm "$jar.sha256"
  launch --version
  launch --version
  [ "$(noted sha256sum)" -eq 2 ]
  use_java 21
  launch --version
  [ "$(noted sha256sum)" -eq 2 ]
}

@test "an empty checksum file is written anew" {
  launch --version
  : >"$jar.sha256"
  touch -r "$jar" "$jar.sha256"
  launch --version
  has_option "-XX:SharedArchiveFile=.*"
  [ -s "$jar.sha256" ]
}

@test "without a program for checksums there is no archive" {
  rm "$tools/sha256sum"
  launch --version
  runs first
  lacks_option "-XX:SharedArchiveFile=.*"
  [ "$(noted archive)" -eq 0 ]
  nothing_left
}

@test "an archive that cannot be made is tried once" {
  environment FAIL=archive
  run --separate-stderr "${clean[@]}" "$checkout/bindfold" --version
  runs first
  lacks_option "-XX:SharedArchiveFile=.*"
  launch --version
  runs first
  lacks_option "-XX:SharedArchiveFile=.*"
  [ "$(noted archive)" -eq 1 ]
}

@test "an archive of a jar that was replaced meanwhile is not kept" {
  use_java 25
  environment BLOCK=archive
  start --version
  await "archive blocked"
  echo "given" >"$jar"
  release
  finish "$pid"
  [ "$status" -eq 0 ]
  grep -qx "runs given" "$state/out.0"
  [ -z "$(find "$checkout/target" -name 'classes-*')" ]
  nothing_left
}

stopped_while_archiving() {
  environment BLOCK=archive
  start --version
  await "archive blocked"
  kill -s "$1" "$pid"
  finish "$pid"
  [ "$status" -eq "$2" ]
  [ -z "$(find "$checkout/target" -name 'classes-*')" ]
  nothing_left
  launch --version
  runs first
  has_option "-XX:SharedArchiveFile=.*"
}

@test "SIGINT while the archive is made: the next start makes it" {
  stopped_while_archiving INT 130
}

@test "SIGTERM while the archive is made: the next start makes it" {
  stopped_while_archiving TERM 143
}

@test "Ctrl-C again while Java ends leaves nothing either" {
  environment BLOCK=archive
  start --version
  await "archive blocked"
  kill -s INT "$pid"
  await "archive ends"
  kill -s INT "$pid"
  finish "$pid"
  [ "$status" -eq 130 ]
  nothing_left
}

@test "an archive run that is killed does not count as one that cannot be done" {
  environment BLOCK=archive
  start --version
  await "archive blocked"
  kill -s KILL "$(sed -n 's/^archive blocked //p' "$state/log")"
  finish "$pid"
  [ "$status" -eq 0 ]
  launch --version
  has_option "-XX:SharedArchiveFile=.*"
}
