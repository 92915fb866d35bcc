# shellcheck shell=bash
# Part of the launcher: backups. The running product writes them; a program of its own restores them.

absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac; }

command_backup() { # backup [<file>]
  [ $# -le 1 ] || fail "backup takes one file at most"
  pid >/dev/null || fail "Kontor is not running on $data: it writes its backup itself, while it works. Start it (./kontor run)."
  if [ $# -eq 0 ]; then admin backup; else admin backup "$(absolute "$1")"; fi
}

command_restore() { # restore <file> [--key <file>] [--data <folder>]
  [ $# -eq 1 ] || fail "restore <file> --key <key file> [--data <folder>]"
  need_run_tools
  [ -x "$home/bin/server" ] || { $checkout && command_build; }
  ! pid >/dev/null || fail "Kontor runs on $data: a backup is restored into an empty folder (--data <folder>)"
  local jars=() jar
  for jar in "$home"/system/io/kontor/kontor-{backup,database,kernel,settings,settings-api,store,telemetry}/*/*.jar \
    "$home"/system/org/mariadb/jdbc/mariadb-java-client/*/*.jar "$home"/system/com/fasterxml/jackson/*/*/*/*.jar \
    "$home"/system/org/ops4j/pax/logging/pax-logging-api/*/*.jar "$home"/lib/boot/*.jar; do
    jars+=("$jar")
  done
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -XX:+UseSerialGC -Duser.timezone=UTC -Dfile.encoding=UTF-8 \
    -Dorg.ops4j.pax.logging.DefaultServiceLog.level=WARN \
    -classpath "$(IFS=:; echo "${jars[*]}")" io.kontor.backup.internal.Restore \
    "$home" "$(absolute "$data")" "$(absolute "$1")" "${key:+$(absolute "$key")}"
}
