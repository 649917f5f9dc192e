#!/bin/sh
# Turns a Debian 12 computer into a kiosk of Heard, or (--remove) back again.
# Says each step before it is taken; a second run changes nothing.
set -eu

usage() {
  cat <<'END'
Usage: install.sh --console|--touch [--server URL --enrol CODE] [options]
       install.sh --remove [--even-waiting] [options]

  --console         keys only, on the text console
  --touch           a touch screen (or mouse, or keys)
  --server URL      where Heard is, such as https://heard.example.gov.uk
  --enrol CODE      the code that `heard kiosk enrol` printed; good once, for 15 minutes
  --binary FILE     the program (default: heard-kiosk beside this script)
  --usb-storage     leave USB storage working
  --speech          install espeak-ng, for read-aloud through headphones
  --remove          take everything away again, and the kiosk's folder with it
  --even-waiting    with --remove: even where answers wait that were never sent
  --dry-run         say every step, take none
  --root DIR        put the files under DIR; no package, user or service is touched
END
}

misuse() { echo "install.sh: $1" >&2; usage >&2; exit 64; }
refuse() { echo "install.sh: $1" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
mode='' server='' code='' binary="$here/heard-kiosk" root=''
dry=no usb=no speech=no evenWaiting=no

while [ $# -gt 0 ]; do
  case $1 in
    --console | --touch | --remove)
      [ -z "$mode" ] || misuse "choose one of --console, --touch and --remove"
      mode=${1#--} ;;
    --server | --enrol | --binary | --root)
      if [ -z "${2-}" ]; then misuse "$1 needs a value"; fi
      case $1 in
        --server) server=$2 ;;
        --enrol) code=$2 ;;
        --binary) binary=$2 ;;
        --root) root=${2%/} ;;
      esac
      shift ;;
    --usb-storage) usb=yes ;;
    --speech) speech=yes ;;
    --even-waiting) evenWaiting=yes ;;
    --dry-run) dry=yes ;;
    --help | -h) usage; exit 0 ;;
    *) misuse "unknown option $1" ;;
  esac
  shift
done
[ -n "$mode" ] || misuse "choose --console or --touch"
[ -z "$code" ] || [ -n "$server" ] || misuse "--enrol needs --server"
[ -z "$server" ] || [ -n "$code" ] || misuse "--server needs --enrol"

home=/var/lib/heard-kiosk
own=usr/local/lib/heard-kiosk
units=etc/systemd/system
masked="getty@tty1.service getty@tty2.service getty@tty3.service getty@tty4.service
  getty@tty5.service getty@tty6.service ctrl-alt-del.target kbrequest.target debug-shell.service"
settings=$(cd "$here/files" && find etc -type f | sort)
programs=$(cd "$here/files" && find usr -type f | sort)
unit=heard-kiosk.service other=heard-kiosk-touch.service
if [ "$mode" = touch ]; then unit=heard-kiosk-touch.service other=heard-kiosk.service; fi

# A step on files: taken here or under --root.
file() {
  echo "  $*"
  [ "$dry" = yes ] || "$@"
}

# A step on the machine itself: never taken under --root.
machine() {
  [ -z "$root" ] || return 0
  echo "  $*"
  [ "$dry" = yes ] || "$@"
}

put() { # FILE UNDER-ROOT MODE
  file install -D -m "$3" "$1" "$root/$2"
}

drop() { # UNDER-ROOT…
  for path in "$@"; do
    if [ -e "$root/$path" ]; then file rm -f "$root/$path"; fi
  done
}

# Only a mask of ours or none may stand where one is made.
mask() { # UNIT
  link=$root/$units/$1
  if [ -e "$link" ] && [ ! -L "$link" ]; then refuse "$link is a file of somebody's; move it first"; fi
  file ln -sfn /dev/null "$link"
}

unmask() { # UNIT
  link=$root/$units/$1
  [ "$(readlink "$link" 2>/dev/null || true)" != /dev/null ] || file rm -f "$link"
}

checkMachine() {
  if [ -n "$root" ] || [ "$dry" = yes ]; then return 0; fi
  [ "$(id -u)" = 0 ] || refuse "run it as root"
  [ -e /etc/debian_version ] || refuse "this is not Debian"
  case $(cat /etc/debian_version) in
    12*) ;;
    *) echo "install.sh: made for Debian 12, this is $(cat /etc/debian_version)" >&2 ;;
  esac
}

installPackages() {
  [ -z "$root" ] || return 0
  packages='libcurl3-gnutls ca-certificates kbd console-setup-linux'
  [ "$mode" = console ] || packages="$packages cage seatd xwayland xterm fonts-dejavu-core"
  [ "$speech" = no ] || packages="$packages espeak-ng alsa-utils"
  echo "Packages:"
  machine apt-get update -qq
  # shellcheck disable=SC2086
  machine env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
}

installFiles() {
  echo "The program, its units and its page:"
  put "$binary" usr/local/bin/heard-kiosk 755
  for path in $programs; do
    case $path in
      */XTerm) put "$here/files/$path" "$path" 644 ;;
      *) put "$here/files/$path" "$path" 755 ;;
    esac
  done
  put "$here/heard-kiosk.service" "$units/heard-kiosk.service" 644
  put "$here/heard-kiosk-touch.service" "$units/heard-kiosk-touch.service" 644
  put "$here/README.md" usr/local/share/doc/heard-kiosk/README.md 644
  echo "The locks:"
  for path in $settings; do
    if [ "$usb" = yes ] && [ "$path" = etc/modprobe.d/heard-kiosk.conf ]; then
      drop "$path"
    else
      put "$here/files/$path" "$path" 644
    fi
  done
  for name in $masked; do mask "$name"; done
}

makeUser() {
  [ -z "$root" ] || return 0
  echo "The user and its folder:"
  if ! id heard-kiosk >/dev/null 2>&1; then
    machine useradd --system --user-group --home-dir "$home" --no-create-home \
      --shell /usr/sbin/nologin heard-kiosk
  fi
  machine install -d -m 700 -o heard-kiosk -g heard-kiosk "$home"
}

apply() {
  [ -z "$root" ] || return 0
  echo "What was set, in force now:"
  machine systemctl daemon-reload
  machine sysctl --quiet --system
  [ ! -x /usr/sbin/update-grub ] || machine update-grub
}

enrol() {
  [ -n "$code" ] || return 0
  echo "Enrolment at $server:"
  machine systemctl stop "$unit" "$other"
  machine runuser -u heard-kiosk -- \
    /usr/local/bin/heard-kiosk --server "$server" --enrol "$code" --home "$home"
}

start() {
  [ -z "$root" ] || return 0
  echo "The kiosk itself:"
  machine systemctl disable --quiet --now "$other"
  [ "$mode" = console ] || machine systemctl enable --quiet --now seatd.service
  machine systemctl enable --quiet "$unit"
  if [ "$dry" = no ] && [ ! -e "$home/device.json" ]; then
    echo "Not enrolled yet. On the server: heard kiosk enrol --place PLACE. Then run this again"
    echo "with --server and --enrol."
    return 0
  fi
  machine systemctl restart "$unit"
  if [ "$dry" = no ] && [ -n "$(swapon --noheadings --show 2>/dev/null)" ]; then
    echo "This computer has swap. The kiosk uses none of it; README.md says how to turn it off."
  fi
  echo "Restart the computer once, so that every lock is in force from the start."
}

refuseWhileWaiting() {
  waiting=$(find "$root$home/queue" -type f 2>/dev/null | wc -l)
  [ "$waiting" = 0 ] || [ "$evenWaiting" = yes ] || refuse \
    "$waiting answers wait here and were never sent; connect the kiosk, or add --even-waiting"
}

remove() {
  echo "The kiosk itself:"
  for name in heard-kiosk.service heard-kiosk-touch.service; do
    [ ! -e "$root/$units/$name" ] || machine systemctl disable --quiet --now "$name"
  done
  refuseWhileWaiting
  echo "Files:"
  for name in $masked; do unmask "$name"; done
  # shellcheck disable=SC2086
  drop $settings $programs usr/local/bin/heard-kiosk "$units/heard-kiosk.service" \
    "$units/heard-kiosk-touch.service" usr/local/share/doc/heard-kiosk/README.md
  for folder in "$own" usr/local/share/doc/heard-kiosk; do
    [ ! -d "$root/$folder" ] || file rmdir --ignore-fail-on-non-empty "$root/$folder"
  done
  [ ! -d "$root$home" ] || file rm -rf "$root$home"
  echo "The user:"
  if id heard-kiosk >/dev/null 2>&1; then machine userdel heard-kiosk; fi
  apply
  echo "Packages stay. Restart the computer to have its consoles back."
}

checkMachine
if [ "$mode" = remove ]; then
  remove
  exit 0
fi
if [ "$dry" = no ]; then
  [ -x "$binary" ] || refuse "$binary is missing; build heard-kiosk, or name it with --binary"
fi
installPackages
installFiles
makeUser
apply
enrol
start
