#!/bin/sh
# Qt's system libraries and a Chinese font: on Debian as root install what is missing, elsewhere say what is.
set -u
[ "$(uname)" = Linux ] || exit 0

# library : Debian package
libraries="libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0 libfontconfig.so.1:libfontconfig1
libfreetype.so.6:libfreetype6 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
libxkbcommon-x11.so.0:libxkbcommon-x11-0 libX11-xcb.so.1:libx11-xcb1 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-image.so.0:libxcb-image0
libxcb-render-util.so.0:libxcb-render-util0 libxcb-randr.so.0:libxcb-randr0 libxcb-shape.so.0:libxcb-shape0
libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-sync.so.1:libxcb-sync1 libxcb-xkb.so.1:libxcb-xkb1"

known=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null)
missing=""
for pair in $libraries; do
    case "$known" in *"${pair%%:*}"*) ;; *) missing="$missing ${pair##*:}" ;; esac
done
if ! command -v fc-list >/dev/null 2>&1; then
    missing="$missing fontconfig fonts-wqy-microhei"
elif [ -z "$(fc-list :lang=zh-cn 2>/dev/null)" ]; then
    missing="$missing fonts-wqy-microhei"
fi
[ -n "$missing" ] || exit 0

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
    echo "Installing what the window needs:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # a list of packages
    if apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
    echo "The installation failed."
fi
echo "Missing on this system (names of Debian's packages):$missing"
echo "The command line works without them, except for a Chinese font in pictures; the window and its tests need them."
echo "On Debian or Ubuntu:  sudo apt-get install$missing"
exit 0
