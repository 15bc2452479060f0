#!/bin/sh
# Sees that the system libraries and the toolchain are there; installs the libraries where it can.
set -u

if ! command -v swift >/dev/null 2>&1; then
  echo "needed: the Swift 6.3 toolchain (https://www.swift.org/install)" >&2
  exit 1
fi

missing=
check() { # pkg-config name, Debian package, Homebrew formula
  pkg-config --exists "$1" 2>/dev/null || missing="$missing $2:$3"
}
has_pkg_config=yes
command -v pkg-config >/dev/null 2>&1 || has_pkg_config=no
if [ "$has_pkg_config" = yes ]; then
  check libcrypto libssl-dev openssl@3
  check yaml-0.1 libyaml-dev libyaml
  check zlib zlib1g-dev zlib
else
  missing=" pkg-config:pkg-config libssl-dev:openssl@3 libyaml-dev:libyaml zlib1g-dev:zlib"
fi
[ -n "$missing" ] || exit 0

debian=
brew=
for pair in $missing; do
  debian="$debian ${pair%%:*}"
  brew="$brew ${pair##*:}"
done

if command -v apt-get >/dev/null 2>&1; then
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "needed: apt-get install$debian" >&2
      exit 1
    fi
    as_root=sudo
  fi
  echo "installing:$debian"
  # shellcheck disable=SC2086
  $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $debian >/dev/null && exit 0
  echo "needed: apt-get install$debian" >&2
  exit 1
fi
if command -v brew >/dev/null 2>&1; then
  echo "installing:$brew"
  # shellcheck disable=SC2086
  brew install $brew && exit 0
fi
echo "needed: the development packages of OpenSSL (libcrypto), libyaml, zlib, and pkg-config" >&2
exit 1
