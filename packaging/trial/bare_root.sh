#!/usr/bin/env bash
# Tries a program in a bare Debian: another user, no Python, nothing of the environment but a display.
# As root: packaging/trial/bare_root.sh ROOT PROGRAM DISPLAY PHOTO OUT
#   ROOT      a folder of debootstrap --variant=minbase
#   PROGRAM   its path inside ROOT, such as /opt/unpixel/unpixel or /usr/bin/unpixel
#   DISPLAY   of a running Xvfb with a window manager, such as :9
#   PHOTO     a JPEG with EXIF; OUT: a folder for screenshots
set -euo pipefail
root=$1 program=$2 display=$3 photo=$4 out=$5
home=/home/someone

inside() { chroot --userspec=someone "$root" /usr/bin/env -i HOME=$home PATH=/usr/bin:/bin DISPLAY="$display" \
    XDG_RUNTIME_DIR=$home/run LANG=C.UTF-8 sh -c "cd $home; $*"; }
step() { echo "== $(date +%T) $*"; }
shot() { import -display "$display" -window root "$out/$1.png"; }
wait_for_window() { for _ in $(seq 120); do xdotool search --name "$1" >/dev/null 2>&1 && return; sleep 1; done; return 1; }
must_be_gone() { case $(ps -o stat= -p "$1" || true) in "" | Z*) ;; *) echo "process $1 still runs"; return 1 ;; esac; }

mkdir -p "$out"
chroot "$root" sh -c "id someone >/dev/null 2>&1 || useradd -m someone; ! command -v python3"
find "$root$home" -mindepth 1 -delete  # of an earlier trial
install -d -o "$(stat -c %u "$root$home")" -m 700 "$root$home/run"
mkdir -p "$root/tmp/.X11-unix"
for folder in proc dev tmp/.X11-unix; do mountpoint -q "$root/$folder" || mount --bind "/$folder" "$root/$folder"; done
trap 'for folder in tmp/.X11-unix dev proc; do umount -l "$root/$folder" || true; done' EXIT
export DISPLAY=$display
for name in one two three; do cp "$photo" "$root$home/$name.jpg"; done

step version; inside "$program --version"
step doctor; inside "$program doctor" | tail -n 12
step export; inside "$program render one.jpg big.jpg --scale 2 --quality 90"
grep -c Exif "$root$home/big.jpg"
step batch; inside "mkdir -p batch; $program render one.jpg two.jpg three.jpg batch --longest 300 --format png"
ls "$root$home/batch"
step thumbnail; inside "$program thumbnail one.jpg small 128"
step window; inside "$program one.jpg >window.log 2>&1 & echo \$! >window.pid"
wait_for_window one.jpg; sleep 5; shot opened
step second start; inside "$program two.jpg"
wait_for_window two.jpg; sleep 5; shot second
step zoom
window=$(xdotool search --name two.jpg | tail -n 1)
xdotool windowfocus "$window" key 9
for _ in $(seq 30); do xdotool key plus; sleep 0.2; done
sleep 15; shot zoomed
step kill of the decode child
pid=$(cat "$root$home/window.pid")
children=$(pgrep -P "$pid" -f -- --job-child)
echo "$children" | xargs kill -9
inside "$program three.jpg"; wait_for_window three.jpg; sleep 5; shot after-kill
kill -0 "$pid"
for child in $children; do must_be_gone "$child"; done
step training; inside "mkdir -p photos; cp batch/*.png photos; $program train live data.root=photos run.out=run train.steps=20 train.batch=2 run.validate=20 run.save=20" | tail -n 1
test -s "$root$home/run/model.safetensors"
step end; xdotool key ctrl+q; sleep 8; must_be_gone "$pid"
if grep -B 30 Error "$root$home/window.log"; then exit 1; fi
echo "trial passed"
