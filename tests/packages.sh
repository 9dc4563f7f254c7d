#!/usr/bin/env bash
# Packs a release build and tries the packages: tests/packages.sh BUILD_FOLDER [FOLDER], where they are left.
# As root on Debian the .deb packages are installed, run and removed in a bare system of their own where debootstrap is
# there, else in this one; without root's rights they are unpacked and run.
set -uo pipefail
build=$(realpath "${1:?usage: tests/packages.sh BUILD_FOLDER [FOLDER]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
to=${2:-$work/packages}
mkdir -p "$to"
passed=0 failed=0

holds() {
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        echo "FAILED: $what"
        cat "$work/said"
        failed=$((failed + 1))
    fi
}
skip() { echo "not tried: $*"; }
has() { command -v "$1" >/dev/null; }

pack() { (cd "$build" && SOURCE_DATE_EPOCH=1795737600 cpack -G "$1" -B "$2"); }
is_nps() { [ "$($1 nps --promoters 300 --passives 100 --detractors 100 --raw)" = 40.0 ]; }
same() { cmp "$1" "$2"; }

holds "the archives are made" pack TGZ "$to"
mkdir "$work/archive"
holds "the program's archive unpacks" tar -xzf "$to"/cxm-*.tar.gz -C "$work/archive"
program=$(find "$work/archive" -path '*/bin/cxm')
holds "the program of the archive runs" is_nps "$program"
if [ "$(id -u)" -eq 0 ]; then
    holds "it runs where there is nothing else at all" is_nps "chroot $(dirname "$program") /cxm"
fi
holds "the archive has manual pages and completions" test -n "$(find "$work/archive" -name cxm-report.1)" -a -n "$(find "$work/archive" -name _cxm)"
holds "the archive of the same build is the same" pack TGZ "$work/again"
for archive in "$to"/*.tar.gz; do
    holds "$(basename "$archive") is made twice alike" same "$archive" "$work/again/$(basename "$archive")"
done

if has readelf; then
    # A static program has no dynamic symbols, by which hardening-check would see guards of the stack and of calls.
    is_hardened() {
        local header segments dynamic symbols
        header=$(readelf -hW "$1") segments=$(readelf -lW "$1") dynamic=$(readelf -dW "$1")
        symbols=$(readelf -sW "$build/bin/cxm")
        [[ $header == *"DYN (Position-Independent Executable"* && $segments == *GNU_RELRO* && $dynamic == *BIND_NOW* ]] &&
            [[ $segments == *GNU_STACK*" RW "* && $symbols == *__stack_chk_fail* && $symbols == *__memcpy_chk* ]]
    }
    holds "the program is position independent, relocated read-only, bound at its start, with guarded stacks and calls" is_hardened "$program"
else
    skip "hardening: no readelf"
fi
if has hardening-check; then
    holds "hardening-check finds what a static program shows" hardening-check --nopie --nostackprotector --nofortify --nocfprotection "$program"
fi

if has dpkg-deb; then
    holds "the .deb packages are made" pack DEB "$to"
    deb=$(echo "$to"/cxm_*.deb)
    dev=$(echo "$to"/libcxm-dev_*.deb)
    if has lintian; then
        holds "lintian finds no error" lintian --allow-root --fail-on error "$deb" "$dev"
    else
        skip "lintian: not installed"
    fi
    root= inside= there=/tmp/cxm-packages.$$
    if [ "$(id -u)" -eq 0 ] && has debootstrap; then
        root=$work/root inside="chroot $work/root"
        debootstrap --variant=minbase stable "$root" >"$work/said" 2>&1 || { root= inside=; skip "a bare Debian: $(tail -n 1 "$work/said")"; }
    fi
    if [ "$(id -u)" -eq 0 ] && ! dpkg -s cxm >/dev/null 2>&1; then
        mkdir "$root$there"
        cp "$deb" "$dev" "$root$there"
        holds "the packages install" $inside sh -c "dpkg -i $there/*.deb"
        holds "the installed program runs" is_nps "$inside /usr/bin/cxm"
        holds "the installed program writes its demo and reports it" $inside sh -c "cd $there && cxm demo && cxm report cxm-demo/shop.csv"
        holds "a manual page is there" test -s "$root/usr/share/man/man1/cxm-report.1.gz"
        holds "the packages are removed" $inside dpkg -r cxm libcxm-dev
        holds "nothing of the program is left" test ! -e "$root/usr/bin/cxm"
        rm -r "$root$there"
    else
        mkdir "$work/deb"
        holds "the .deb unpacks" dpkg-deb -x "$deb" "$work/deb"
        holds "the program of the .deb runs" is_nps "$work/deb/usr/bin/cxm"
    fi
else
    skip ".deb: no dpkg-deb"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
