#!/usr/bin/env bash
# Tries the .deb in a bare Debian: an older version, the upgrade over it, the trial of the program, and the removal.
# As root: packaging/trial/debian_package.sh ROOT DEB DISPLAY PHOTO OUT   (as bare_root.sh; needs Debian's archive)
set -euo pipefail
root=$1 deb=$(realpath "$2") out=$5
here=$(cd "$(dirname "$0")" && pwd)
step() { echo "== $(date +%T) $*"; }
mount_folders() { for folder in proc dev; do mountpoint -q "$root/$folder" || mount --bind "/$folder" "$root/$folder"; done; }
unmount_folders() { for folder in dev proc; do umount -l "$root/$folder" 2>/dev/null || true; done; }
trap unmount_folders EXIT
# the files of the system, without apt's and dpkg's own records and the users'
files() { find "$root" -xdev \( -path "$root/home" -o -path "$root/var" -o -path "$root/proc" -o -path "$root/dev" \
    -o -path "$root/tmp" -o -path "$root/run" \) -prune -o -printf '%P\n' | sort; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

mkdir -p "$out"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount_folders
step dependencies
inside apt-get update -q >"$out/apt.log" 2>&1
inside dpkg --purge unpixel >>"$out/apt.log" 2>&1  # of an earlier trial
depends=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
inside apt-get install -y -q --no-install-recommends $depends hicolor-icon-theme desktop-file-utils shared-mime-info >>"$out/apt.log" 2>&1
files >"$out/files.before"

step an older version, with a file that the new one does not have
older=$(mktemp -d)
mkdir -p "$older/DEBIAN" "$older/usr/lib/unpixel/_internal" "$older/usr/bin"
dpkg-deb -f "$deb" | sed 's/^Version: .*/Version: 0.0.1/; /^Installed-Size/d' >"$older/DEBIAN/control"
touch "$older/usr/lib/unpixel/unpixel" "$older/usr/lib/unpixel/_internal/of-the-older-version"
ln -s ../lib/unpixel/unpixel "$older/usr/bin/unpixel"
dpkg-deb -Znone --build "$older" "$root/older.deb" >>"$out/apt.log"
rm -r "$older"
inside dpkg -i /older.deb >>"$out/apt.log" 2>&1

step upgrade
cp "$deb" "$root/newer.deb"
inside apt-get install -y -q --no-install-recommends /newer.deb >>"$out/apt.log" 2>&1
rm "$root/older.deb" "$root/newer.deb"
test ! -e "$root/usr/lib/unpixel/_internal/of-the-older-version"
inside dpkg -V unpixel
for path in usr/share/applications/unpixel.desktop usr/share/mime/packages/unpixel-mime.xml usr/share/man/man1/unpixel.1.gz \
    usr/share/metainfo/app.unpixel.Unpixel.metainfo.xml usr/share/thumbnailers/unpixel.thumbnailer \
    usr/share/icons/hicolor/256x256/apps/unpixel.png usr/share/icons/hicolor/scalable/apps/unpixel.svg \
    usr/share/bash-completion/completions/unpixel usr/share/zsh/vendor-completions/_unpixel; do test -s "$root/$path"; done
inside desktop-file-validate /usr/share/applications/unpixel.desktop
grep -q unpixel.desktop "$root/usr/share/applications/mimeinfo.cache"

step the program
unmount_folders
"$here/bare_root.sh" "$root" /usr/bin/unpixel "$3" "$4" "$out"
mount_folders

step removal
inside apt-get purge -y -q unpixel >>"$out/apt.log" 2>&1
files >"$out/files.after"
diff "$out/files.before" "$out/files.after"
find "$root/home/someone" -path '*unpixel*' -maxdepth 5 | sed "s|^$root||" | head -n 20
echo "trial of the package passed"
