#!/bin/sh
# A backup of the embedded database per day, the oldest removed, the anchor of each in a file of its own.
#
#     backup.sh /backups [DAYS]           15 3 * * *  /opt/alluse/docs/deploy/backup.sh /backups 14
#
# ALLUSE is the program (default: alluse), ALLUSE_HOME the home. Copy the anchors, and the backups too, to another machine.
set -eu
places=${1:?usage: backup.sh DIRECTORY [DAYS]}
days=${2:-14}
alluse=${ALLUSE:-alluse}
today=$(date -u +%Y-%m-%dT%H%M%SZ)

umask 077
mkdir -p "$places"
"$alluse" db backup "$places/$today" | sed -n "s/^anchor /$today /p" >>"$places/anchors"

# finished, and every file as it was copied
(cd "$places/$today" && sha256sum --check --quiet SHA256SUMS)

# only what this script has made, and never the newest
find "$places" -mindepth 1 -maxdepth 1 -type d -name '20*T*Z' -mtime "+$days" ! -name "$today" -exec rm -rf {} +
