# shellcheck shell=bash
# Part of the launcher: what is wrong and how to mend it. What the running product knows of itself it says itself.

wrong=0

finding() { # finding <ok|CHECK|WRONG> <part> <what> [<what to do>]
  printf '%-8s%-16s%s\n' "$1" "$2" "$3"
  [ -z "${4:-}" ] || printf '%24s-> %s\n' "" "$4"
  [ "$1" != WRONG ] || wrong=$((wrong + 1))
}

started_with() { # started_with <variable>: what the running product was started with; empty where it does not run
  local id
  id=$(pid) || return 0
  tr '\0' '\n' 2>/dev/null <"/proc/$id/environ" | sed -n "s/^$1=//p"
}

setting() { # setting <file of etc> <key>: the value as the product reads it; empty where there is none
  [ -f "$home/etc/$1" ] || return 0
  local value
  value=$(sed -n "s/^[[:space:]]*${2//./\\.}[[:space:]]*[=:][[:space:]]*//p" "$home/etc/$1" | tail -1)
  if [[ $value =~ ^\$\{env:([A-Za-z0-9_]+)(:-(.*))?\}$ ]]; then
    local name=${BASH_REMATCH[1]} otherwise=${BASH_REMATCH[3]}
    value=${!name:-$(started_with "$name")}
    value=${value:-$otherwise}
  fi
  echo "$value"
}

listener() { # who listens on a TCP port, from /proc; fails if nobody does
  local hex inode link
  hex=$(printf ':%04X' "$1")
  inode=$(awk -v port="$hex" '$4 == "0A" && index($2, port) == length($2) - 4 {print $10; exit}' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
  [ -n "$inode" ] || return 1
  for link in /proc/[0-9]*/fd/*; do
    if [ "$(readlink "$link" 2>/dev/null)" = "socket:[$inode]" ]; then
      local process=${link#/proc/}
      process=${process%%/*}
      echo "process $process ($(tr '\0' ' ' 2>/dev/null <"/proc/$process/cmdline" | cut -c1-60))"
      return 0
    fi
  done
  echo "a process of another account"
}

locked_by() { # the process that holds a POSIX lock on a file
  [ -e "$1" ] || return 0
  awk -v inode=":$(stat -c %i "$1")$" '$2 == "POSIX" && $6 ~ inode {print $5; exit}' /proc/locks 2>/dev/null || true
}

examine_machine() {
  if usable_java; then
    finding ok java "$(java_major), $(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java")"
  else
    finding WRONG java "${JAVA_HOME:-PATH} leads to version $(java_major || true), not 17 to 21" \
      "install openjdk-17-jre-headless, or set JAVA_HOME"
  fi
  local tool missing=()
  for tool in curl setsid; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} -eq 0 ] || finding WRONG tools "missing: ${missing[*]}" "apt-get install curl util-linux"
  local memory wanted=700
  memory=$(awk '/MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)
  if pid >/dev/null; then wanted=100; fi
  if [ "$memory" -lt "$wanted" ]; then
    finding CHECK memory "$memory MB are available, $wanted are wanted" "end other programs, or lower --heap and buffer.pool.megabytes"
  else
    finding ok memory "$memory MB available"
  fi
  if command -v timedatectl >/dev/null && [ "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" = no ]; then
    finding CHECK time "the system's clock is not synchronised" "timedatectl set-ntp true; sessions, timers and TLS depend on it"
  fi
  local future
  future=$(find "$data/log" "$data/run" -maxdepth 1 -type f -newermt "1 minute" -print -quit 2>/dev/null || true)
  [ -z "$future" ] || finding WRONG time "$future was written in the future: the clock was set back" \
    "set the clock right before the product goes on; timers wait until the time that is stored"
}

examine_disk() {
  local there=$data free
  while [ ! -d "$there" ]; do there=$(dirname "$there"); done
  free=$(($(df -Pk "$there" | awk 'NR == 2 {print $4}') / 1024))
  if [ "$free" -lt 300 ]; then
    finding WRONG disk "$free MB are free below $there" "make room: the database stops taking writes when the disk is full"
  elif [ "$free" -lt 2048 ]; then
    finding CHECK disk "$free MB are free below $there" "make room, or move old backups away"
  else
    finding ok disk "$free MB free below $there"
  fi
  local inodes
  inodes=$(df -Pi "$there" | awk 'NR == 2 {print $4}')
  case $inodes in
    - | '') ;;
    *) [ "$inodes" -gt 10000 ] || finding WRONG disk "$inodes more files can be made below $there" "delete small files there" ;;
  esac
}

examine_folders() {
  if [ ! -d "$data" ]; then
    finding ok "data folder" "$data (made at the first start)"
    return
  fi
  if [ -f "$data/restore-incomplete" ]; then
    finding WRONG "data folder" "$(head -1 "$data/restore-incomplete")" "$(sed -n 2p "$data/restore-incomplete")"
  fi
  local owner mode
  owner=$(stat -c %U "$data")
  mode=$(stat -c %a "$data")
  if [ ! -w "$data" ] || [ ! -x "$data" ]; then
    finding WRONG "data folder" "$data belongs to $owner, and $(id -un) may not write there" "run this as $owner, or chown -R $(id -un) $data"
  elif [ "$mode" != 700 ]; then
    finding WRONG "data folder" "$data has the mode $mode: other accounts can look into it" "chmod 700 $data"
  else
    finding ok "data folder" "$data, of $owner"
  fi
  local foreign
  foreign=$(find "$data" -maxdepth 2 ! -user "$owner" -print -quit 2>/dev/null || true)
  [ -z "$foreign" ] || finding WRONG "data folder" "$foreign belongs to $(stat -c %U "$foreign"), the folder to $owner" "chown -R $owner $data"
}

examine_key() {
  local file
  file=$(setting io.kontor.settings.cfg keyFile)
  file=${file:-$home/etc/kontor.key}
  if [ ! -f "$file" ]; then
    if [ -d "$data/mariadb/files" ]; then
      finding WRONG "key file" "$file is not there, and there are data" \
        "bring your copy back before the next start, which would make another key; shop keys and tokens stay closed without the right one"
    else
      finding ok "key file" "$file (made at the first start)"
    fi
  elif [ ! -r "$file" ]; then
    finding WRONG "key file" "$(id -un) may not read $file" "chown $(stat -c %U "$data" 2>/dev/null || id -un) $file"
  elif grep -qvE '^[[:space:]]*(#.*)?$|^[[:space:]]*[1-9][0-9]*[[:space:]]+[A-Za-z0-9+/]{43}=[[:space:]]*$' "$file"; then
    finding WRONG "key file" "$file has a line that is no key" "bring your copy back; the product does not start with it"
  elif ! grep -qE '^[[:space:]]*[1-9]' "$file"; then
    finding WRONG "key file" "$file holds no key" "bring your copy back"
  elif [ "$(stat -c %a "$file")" != 600 ]; then
    finding WRONG "key file" "$file has the mode $(stat -c %a "$file")" "chmod 600 $file"
  else
    finding ok "key file" "$file: keep a copy of it apart from the backups, none of which has it"
  fi
}

examine_database() {
  local server=$home/mariadb/bin/mariadbd libraries folder id
  if [ -n "$(setting io.kontor.database.cfg url)" ]; then
    finding ok database "another server: $(setting io.kontor.database.cfg url)"
    return
  fi
  if [ ! -x "$server" ]; then
    finding WRONG database "$server is not there" "unpack the distribution again; data and settings stay"
  else
    libraries=$(ldd "$server" 2>&1 | awk '/not found/ {print $1}' | tr '\n' ' ')
    if [ -n "$libraries" ]; then
      finding WRONG database "the system lacks ${libraries% }" "apt-get install libaio1t64 libncurses6 libstdc++6, or what has these files"
    else
      finding ok database "the server's libraries are complete"
    fi
  fi
  folder=$(setting io.kontor.database.cfg data.folder)
  folder=${folder:-$data/mariadb}
  id=$(locked_by "$folder/kontor.lock")
  if [ -n "$id" ] && [ "$id" != "$(pid || true)" ]; then
    finding WRONG lock "process $id ($(tr '\0' ' ' 2>/dev/null <"/proc/$id/cmdline" | cut -c1-60)) holds $folder" \
      "two products never share a folder: stop that one, or choose another with --data"
  fi
  if ! pid >/dev/null && [ -f "$folder/server.properties" ]; then
    id=$(sed -n 's/^pid=//p' "$folder/server.properties")
    if [ -n "$id" ] && tr '\0' '\n' 2>/dev/null <"/proc/$id/cmdline" | grep -qxF -- "--datadir=$folder/files"; then
      finding CHECK orphan "the database server still runs as process $id, its product ended without it" \
        "the next start goes on with it (./kontor run); to end it in order: kill $id"
    fi
  fi
}

examine_port() { # examine_port <part> <number>
  local who
  if ! [[ $2 =~ ^[0-9]+$ ]] || [ "$2" -lt 1 ] || [ "$2" -gt 65535 ]; then
    finding WRONG "$1" "\"$2\" is no TCP port" "etc/org.ops4j.pax.web.cfg, or KONTOR_HTTP_PORT, KONTOR_TLS_PORT"
  elif pid >/dev/null; then
    finding ok "$1" "$2"
  elif who=$(listener "$2"); then
    finding WRONG "$1" "$2 is taken by $who" "stop it, or choose another: ./kontor run --port <n> (TLS: --tls <n>)"
  elif [ "$2" -lt 1024 ] && [ "$(id -u)" -ne 0 ] && [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || echo 1024)" -gt "$2" ]; then
    finding WRONG "$1" "$2 may be opened by root only" "choose one above 1023 and put a reverse proxy before it"
  else
    finding ok "$1" "$2 is free"
  fi
}

examine_ports() {
  local http=${port:-$(setting org.ops4j.pax.web.cfg org.osgi.service.http.port)}
  [ "$(setting org.ops4j.pax.web.cfg org.osgi.service.http.enabled)" = false ] || examine_port "port" "${http:-8080}"
  [ "$(setting org.ops4j.pax.web.cfg org.osgi.service.http.secure.enabled)" = true ] || return 0
  examine_port "TLS port" "$(setting org.ops4j.pax.web.cfg org.osgi.service.http.port.secure)"
  local store
  store=$(setting org.ops4j.pax.web.cfg org.ops4j.pax.web.ssl.keystore)
  case $store in /*) ;; *) store=$home/$store ;; esac
  [ -r "$store" ] || finding WRONG "TLS port" "the keystore $store is not there" "put it there, or set org.ops4j.pax.web.ssl.keystore"
}

# A setting is known by the file that Kontor was shipped with, and has the kind of the value that stands there.
examine_settings() {
  local file template name found=0
  for file in "$home"/etc/io.kontor.*.cfg "$home"/etc/org.ops4j.pax.web.cfg; do
    [ -f "$file" ] || continue
    name=$(basename "$file")
    template=$templates/$name
    if [ ! -f "$template" ]; then
      finding CHECK settings "etc/$name is read by nobody" "check its name; see the others in etc/"
      found=1
      continue
    fi
    while IFS=$'\t' read -r grave what remedy; do
      [ -n "$grave" ] || continue
      finding "$grave" settings "etc/$name: $what" "$remedy"
      found=1
    done < <(awk -f "$parts/settings.awk" "$template" "$file")
  done
  [ "$found" -eq 1 ] || finding ok settings "every setting in etc/ is known and of its kind"
}

command_doctor() {
  say "installation $home, log $data/log/kontor.log"
  examine_machine
  examine_disk
  examine_folders
  examine_key
  examine_database
  examine_ports
  examine_settings
  if pid >/dev/null; then
    finding ok product "runs as process $(pid)"
    admin doctor || wrong=$((wrong + 1))
  else
    finding ok product "does not run; what it knows of itself is not looked at (./kontor run)"
  fi
  [ "$wrong" -gt 0 ] || { say "Nothing is wrong."; return 0; }
  say "Something is wrong: see WRONG above."
  return 1
}
