# shellcheck shell=bash
# Part of the launcher: the product on one data folder.

pid() { # prints the process id of the product on this data folder, if it runs
  local file=$data/run/kontor.pid id
  [ -f "$file" ] || return 1
  id=$(cat "$file")
  [ -n "$id" ] && [ -r "/proc/$id/cmdline" ] && tr "\0" "\n" <"/proc/$id/cmdline" | grep -qxF -- "-Dkaraf.data=$data" || return 1
  echo "$id"
}

admin() { # sends a command, one argument per line; prints the answer and returns its exit code
  local socket; socket=$(readlink -f "$data/run/admin.sock" 2>/dev/null || true)
  [ -S "$socket" ] || { say "Kontor is not running on $data (./kontor run)"; return 3; }
  printf '%s\n' "$@" | curl -sSN --unix-socket "$socket" --data-binary @- http://kontor/run | {
    local code=3 line
    while IFS= read -r line; do
      case $line in
        "kontor-exit: "*) code=${line#kontor-exit: } ;;
        *) say "$line" ;;
      esac
    done
    return "$code"
  }
}

make_certificate() {
  local folder=$data/tls
  [ -n "${KONTOR_TLS_KEYSTORE:-}" ] && return
  mkdir -p "$folder" && chmod 700 "$folder"
  [ -f "$folder/password" ] || (umask 077 && head -c 18 /dev/urandom | base64 | tr -d '/+=\n' >"$folder/password")
  KONTOR_TLS_KEYSTORE=$folder/kontor.p12
  KONTOR_TLS_PASSWORD=$(cat "$folder/password")
  export KONTOR_TLS_KEYSTORE KONTOR_TLS_PASSWORD
  [ -f "$KONTOR_TLS_KEYSTORE" ] || "${JAVA_HOME:+$JAVA_HOME/bin/}keytool" -genkeypair -alias kontor -keyalg EC \
    -groupname secp256r1 -validity 825 -dname "CN=$(hostname)" -ext "san=dns:$(hostname),dns:localhost,ip:127.0.0.1" \
    -storetype PKCS12 -keystore "$KONTOR_TLS_KEYSTORE" -storepass:env KONTOR_TLS_PASSWORD 2>/dev/null ||
    fail "the certificate could not be made in $folder"
}

start() {
  mkdir -p "$data/log"
  data=$(cd "$data" && pwd)
  if $tls; then make_certificate; export KONTOR_TLS=true; fi
  if $demo; then export KONTOR_CLOCK_MAY_BE_SET=true; fi # the demo walks the clock through its sixty days
  [ -z "$port" ] || export KONTOR_HTTP_PORT=$port
  KARAF_DATA=$data setsid nohup "$home/bin/server" >>"$data/log/server.out" 2>&1 </dev/null &
  local server=$! waited=0
  say "Starting (log: $data/log/kontor.log) ..."
  until [ -S "$data/run/admin.sock" ] && admin health >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || { tail -20 "$data/log/server.out" >&2; fail "it ended while starting"; }
    [ "$waited" -lt $((patience * 5)) ] || { admin health || true; fail "it is not ready after $patience s"; }
    sleep 0.2
    waited=$((waited + 1))
  done
}

command_run() {
  if $checkout && ! up_to_date; then
    stop_running
    command_build
  fi
  need_run_tools
  if pid >/dev/null; then
    say "Kontor runs already."
  else
    local begun=$SECONDS
    start
    say "Ready after $((SECONDS - begun)) s."
  fi
  if $demo; then admin demo || fail "the demo data could not be made"; fi
  admin address
  admin setup-link || true
}

stop_running() {
  local id
  id=$(pid) || return 0
  say "Stopping ..."
  kill "$id"
  while kill -0 "$id" 2>/dev/null; do sleep 0.1; done
}

command_stop() {
  pid >/dev/null || { say "Kontor is not running on $data."; return; }
  stop_running
  say "Stopped."
}

command_status() {
  local id
  id=$(pid) || { say "Kontor is not running on $data."; return 3; }
  say "Kontor runs as process $id on $data."
  admin health
}

command_doctor() {
  say "installation  $home"
  local there=$data
  while [ ! -d "$there" ]; do there=$(dirname "$there"); done
  say "data folder   $data ($(df -h --output=avail "$there" | tail -1 | tr -d ' ') free)"
  say "log           $data/log/kontor.log"
  if [ -f "$home/etc/kontor.key" ]; then
    say "key file      $home/etc/kontor.key, mode $(stat -c %a "$home/etc/kontor.key"): back it up, apart from the data"
    [ "$(stat -c %a "$home/etc/kontor.key")" = 600 ] || say "  WRONG: it must be readable for its owner only (chmod 600)"
  else
    say "key file      $home/etc/kontor.key (made at the first start)"
  fi
  if usable_java; then say "java          $(java_major)"; else say "java          WRONG: 17 to 21 needed"; fi
  if [ -x "$home/mariadb/bin/mariadbd" ]; then
    local libraries; libraries=$(ldd "$home/mariadb/bin/mariadbd" 2>&1 | grep 'not found' || true)
    say "database      ${libraries:-complete}"
  fi
  say "memory        $(awk '/MemAvailable/ {print int($2 / 1024)}' /proc/meminfo) MB available"
  command_status || return 1
}
