#!/usr/bin/env bash
# Installs what is missing, through the system's package manager: tests/setup.sh program|tests|ci
# Asks nothing and says nothing if all is there. Each level has what the one before it has.
set -euo pipefail
level=${1:-tests}

case $level in
    program) levels=program ;;
    tests) levels="program tests" ;;
    ci) levels="program tests ci" ;;
    *) echo "usage: tests/setup.sh program|tests|ci" >&2; exit 2 ;;
esac

for manager in apt-get dnf pacman brew none; do
    command -v $manager >/dev/null && break
done

# level    what it is            apt-get             dnf                 pacman         brew
needs='
program    tool:c++              g++                 gcc-c++             gcc            -
program    tool:cmake            cmake               cmake               cmake          cmake
program    tool:ninja            ninja-build         ninja-build         ninja          ninja
program    header:CLI/CLI.hpp    libcli11-dev        cli11-devel         cli11          cli11
program    header:fmt/format.h   libfmt-dev          fmt-devel           fmt            fmt
program    header:nlohmann/json.hpp nlohmann-json3-dev json-devel        nlohmann-json  nlohmann-json
program    header:zlib.h         zlib1g-dev          zlib-devel          zlib           -
program    header:xxhash.h       libxxhash-dev       xxhash-devel        xxhash         xxhash
program    header:utf8proc.h     libutf8proc-dev     utf8proc-devel      libutf8proc    utf8proc
program    header:zstd.h         libzstd-dev         libzstd-devel       zstd           zstd
tests      tool:python3          python3             python3             python         python3
tests      tool:jq               jq                  jq                  jq             jq
tests      tool:mlr              miller              miller              miller         miller
tests      tool:sqlite3          sqlite3             sqlite              sqlite         -
tests      tool:parallel         parallel            parallel            parallel       parallel
tests      tool:mandoc           mandoc              mandoc              mandoc         mandoc
tests      tool:pkg-config       pkgconf             pkgconf             pkgconf        pkgconf
tests      tool:diff             diffutils           diffutils           diffutils      -
tests      header:catch2/catch.hpp|catch2/catch_all.hpp catch2 catch-devel catch2       catch2
tests      file:/usr/share/zoneinfo/Europe/Paris tzdata         tzdata              tzdata         -
ci         tool:clang-format     clang-format        clang-tools-extra   clang          clang-format
ci         module:ensurepip      python3-venv        python3             python         -
ci         tool:debootstrap      debootstrap         debootstrap         -              -
ci         tool:lintian          lintian             -                   -              -
ci         tool:hardening-check  devscripts          -                   -              -
ci         tool:zsh             zsh                 zsh                 zsh            zsh
ci         tool:fish            fish                fish                fish           fish
ci         file:/usr/share/i18n/charmaps locales             glibc-locale-source glibc          -
'

has_header() {
    printf '#if !__has_include(<%s>)\n#error missing\n#endif\n' "$1" |
        c++ ${manager_includes:+-I "$manager_includes"} -std=c++17 -x c++ -fsyntax-only - 2>/dev/null
}

is_there() {
    local name=${1#*:}
    case $1 in
        tool:*) command -v "$name" >/dev/null ;;
        file:*) [ -e "$name" ] ;;
        module:*) python3 -c "import $name" 2>/dev/null ;;
        header:*) has_header "${name%|*}" || has_header "${name#*|}" ;;
    esac
}

manager_includes=
[ $manager != brew ] || manager_includes=$(brew --prefix)/include

packages=()
while read -r at what apt dnf pacman brew; do
    [[ " $levels " == *" $at "* ]] && ! is_there "$what" || continue
    case $manager in
        apt-get) packages+=("$apt") ;;
        dnf) packages+=("$dnf") ;;
        pacman) packages+=("$pacman") ;;
        brew) packages+=("$brew") ;;
        none) packages+=("${what#*:}") ;;
    esac
done <<<"$needs"
# A dash: the system has it, or it cannot be had this way.
for i in "${!packages[@]}"; do
    [ "${packages[$i]}" != - ] || unset "packages[$i]"
done
[ ${#packages[@]} -gt 0 ] || exit 0

as_root=
[ "$(id -u)" -eq 0 ] || [ $manager = brew ] || as_root=sudo
if [ $manager = none ] || ! command -v ${as_root:-true} >/dev/null; then
    echo "setup: please install: ${packages[*]}" >&2
    exit 1
fi

install_packages() {
    case $manager in
        apt-get)
            $as_root apt-get -qq update
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${packages[@]}"
            ;;
        dnf) $as_root dnf -q -y install "${packages[@]}" ;;
        pacman) $as_root pacman -S --needed --noconfirm "${packages[@]}" ;;
        brew) brew install --quiet "${packages[@]}" ;;
    esac
}

echo "setup: installing ${packages[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! install_packages >"$log" 2>&1; then
    cat "$log" >&2
    echo "setup: could not install ${packages[*]}" >&2
    exit 1
fi
