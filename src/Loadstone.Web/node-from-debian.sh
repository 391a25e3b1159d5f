#!/bin/sh
# Installs Node.js and npm from Debian's packages where they are missing, this runs as root, and the packages are new enough: node-from-debian.sh 20.19
least=$1
new_enough() { [ "$(printf '%s\n%s\n' "$least" "$1" | sort -V | head -n 1)" = "$least" ]; }

found=$(node --version 2>/dev/null)
if [ -n "$found" ] && new_enough "${found#v}" && command -v npm >/dev/null; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then exit 1; fi
apt-get update -qq
offered=$(apt-cache policy nodejs | sed -n 's/^ *Candidate: *\([0-9.]*\).*/\1/p')
if ! new_enough "${offered:-0}"; then
  echo "The packages of this system offer Node.js ${offered:-not at all}; the workbench's page needs $least or newer."
  exit 1
fi
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs >/dev/null
# Some packages of Node.js bring npm along.
command -v npm >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm >/dev/null
