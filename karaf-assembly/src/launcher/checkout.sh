# shellcheck shell=bash
# Part of the launcher in a checkout: builds, tests, measures. Not shipped.

need_build_tools() {
  need_run_tools
  local missing=()
  "${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version >/dev/null 2>&1 || missing+=("openjdk-$(java_major)-jdk-headless")
  need mvn maven
  need node nodejs
  need npm npm
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 19) ? 0 : 1)' ||
    fail "Node 18.19 or newer is needed, as Debian 12 and Ubuntu 24.04 bring it along (found: $(node --version))"
}

need_browser() { # only where there are browser tests
  grep -rqsF '@Tag("ui")' "$root/integration-tests/src" || return 0
  command -v chromium >/dev/null || install_packages chromium
}

up_to_date() {
  local stamp=$home/.built
  [ -f "$stamp" ] && [ -x "$home/bin/server" ] || return 1
  [ -z "$(find "$root"/{bundles,features,karaf-assembly,pom.xml,kontor,LICENSE,NOTICE} \
    \( -name target -o -name node_modules -o -name generated \) -prune -o -newer "$stamp" -type f -print -quit)" ]
}

command_build() {
  need_build_tools
  mkdir -p "$home"
  local started log=$home/build.log
  started=$(mktemp "$home/.building.XXXXXX")
  say "Building; the first time takes some minutes (log: $log) ..."
  (cd "$root" && mvn -B -ntp -DskipTests -DskipUiTests -pl '!:kontor-integration-tests' package) >"$log" 2>&1 || {
    rm -f "$started"
    grep -E '^\[ERROR\]' "$log" | head -30 >&2
    fail "the build failed; the whole log is $log"
  }
  install_distribution
  mv "$started" "$home/.built"
}

# Programs are replaced; what the operator wrote (settings, key, data) stays.
install_distribution() {
  local source=$root/karaf-assembly/target/assembly
  rm -rf "$home/bin" "$home/lib" "$home/system" "$home/modules" "$home/mariadb"
  cp -a "$source"/{bin,lib,system,modules,mariadb,LICENSE,NOTICE} "$home/"
  mkdir -p "$home/etc"
  local file name
  for file in "$source"/etc/*; do
    name=$(basename "$file")
    case $name in
      io.kontor.*.cfg | org.ops4j.pax.web.cfg | org.ops4j.pax.logging.cfg)
        [ -f "$home/etc/$name" ] || cp -a "$file" "$home/etc/" ;;
      *) cp -a "$file" "$home/etc/" ;;
    esac
  done
}

command_test() {
  need_build_tools
  need_browser
  local stamp code=0
  stamp=$(mktemp)
  (cd "$root" && mvn -B -ntp verify --fail-at-end "$@") || code=$?
  report "$stamp"
  rm -f "$stamp"
  return $code
}

command_bench() {
  need_build_tools
  local target=$root/integration-tests/target
  mkdir -p "$target"
  rm -f "$target/bench.txt"
  say "Building what changed, then measuring for some minutes; nothing else should run (log: $target/bench.log) ..."
  (cd "$root" && mvn -B -ntp verify -DskipUiTests -Dtest=BenchTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.groups=bench -Dit.excludedGroups=none -Dtest.javaOptions= "$@") >"$target/bench.log" 2>&1 || {
    grep -E '^\[ERROR\]' "$target/bench.log" | head -30 >&2
    [ ! -f "$target/bench.txt" ] || cat "$target/bench.txt"
    fail "the bench did not end; the whole log is $target/bench.log"
  }
  cat "$target/bench.txt"
}

command_soak() {
  need_build_tools
  local target=$root/integration-tests/target code=0
  mkdir -p "$target"
  rm -f "$target/soak.txt"
  say "Building what changed, then running for some minutes (log: $target/soak.log) ..."
  (cd "$root" && mvn -B -ntp verify -DskipUiTests -Dtest='*SoakTest' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.groups=soak -Dit.excludedGroups=none -Dtest.javaOptions= "$@") >"$target/soak.log" 2>&1 || code=$?
  [ ! -f "$target/soak.txt" ] || cat "$target/soak.txt"
  [ "$code" -eq 0 ] || {
    grep -E '^\[ERROR\]' "$target/soak.log" | head -30 >&2
    fail "the soak failed; the whole log is $target/soak.log"
  }
}

report() { # what ran since the file was made, by module, from the reports of surefire
  say
  find "$root"/{bundles,integration-tests} -path '*/surefire-reports/TEST-*.xml' -newer "$1" -print0 |
    xargs -0 -r grep -Hm1 '<testsuite ' | awk -v root="$root/" '
      function number(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
      { module = $0; sub(root, "", module); sub("/target/.*", "", module)
        tests[module] += number("tests"); failed[module] += number("failures") + number("errors")
        skipped[module] += number("skipped") }
      END { line = "%-32s %6d tests %4d failed %4d skipped\n"
        for (module in tests) { t += tests[module]; f += failed[module]; k += skipped[module]
          printf line, module, tests[module], failed[module], skipped[module] | "sort" }
        close("sort"); printf line, "all", t, f, k }'
}
