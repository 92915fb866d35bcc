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

stop_limit=60 # seconds until a stop that goes on is told in words

stop_running() { # also waits for a stop that somebody else asked for
  local id waited=0 where=$data/run/stopping
  id=$(pid) || return 0
  if [ -f "$where" ]; then
    say "It is being stopped already: $(cat "$where"). Waiting ..."
  else
    say "Stopping ..."
    kill "$id"
  fi
  while kill -0 "$id" 2>/dev/null; do
    if [ "$waited" -ge $((stop_limit * 10)) ]; then
      say "Process $id has not ended within $stop_limit s: $(cat "$where" 2>/dev/null || echo "it has not begun to stop")."
      say "It goes on in order; wait for it with the same command. To end it at once: kill -9 $id. What it has"
      say "acknowledged is in the database and stays; the next start goes on from there."
      return 1
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
}

command_stop() {
  pid >/dev/null || { say "Kontor is not running on $data."; return; }
  stop_running || return 1
  say "Stopped."
}

command_module() { # a file is named by its whole path, because the product runs in another folder
  local i
  for i in "${!words[@]}"; do
    case ${words[i]} in *.kar) words[i]=$(readlink -m -- "${words[i]}") ;; esac
  done
  admin module "${words[@]}"
}

command_status() {
  local id
  id=$(pid) || { say "Kontor is not running on $data."; return 3; }
  say "Kontor runs as process $id on $data."
  admin health
}
