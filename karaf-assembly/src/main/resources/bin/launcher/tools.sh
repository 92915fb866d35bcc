# shellcheck shell=bash
# Part of the launcher: what the machine must have, installed where it is missing.

java_major() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1
}
usable_java() { local major; major=$(java_major 2>/dev/null || true); [ "${major:-0}" -ge 17 ] && [ "$major" -le 21 ]; }

install_packages() {
  command -v apt-get >/dev/null || fail "missing: $*. Install them; this system has no apt-get to do it with."
  local sudo=sudo
  [ "$(id -u)" -ne 0 ] || sudo=""
  command -v "${sudo:-true}" >/dev/null || fail "missing: $*. Install them, or run this once as root."
  say "Installing $* with apt-get ..."
  $sudo apt-get update -qq || fail "apt-get update failed; without it $* cannot be installed"
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "apt-get could not install $*"
}

need() { # need <command> <package>
  command -v "$1" >/dev/null || missing+=("$2")
}

need_run_tools() {
  local missing=()
  need curl curl
  need setsid util-linux
  usable_java || missing+=("$($checkout && echo openjdk-17-jdk-headless || echo openjdk-17-jre-headless)")
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
  usable_java || fail "Java 17 to 21 is needed, and JAVA_HOME or PATH must lead to it (found: $(java_major || true))"
}
