#!/bin/sh
# Run once by Gradescope, as root, when the autograder is built. What is there already is not installed.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
install() {
    apt-get update && apt-get install -y --no-install-recommends "$1"
}
command -v javac >/dev/null 2>&1 || install openjdk-17-jdk-headless
# Submissions are shut in with bubblewrap where containers allow it; without it there are still limits.
command -v bwrap >/dev/null 2>&1 || install bubblewrap || true
# The kit comes built: the stamp says so, and must not be older than the sources beside it.
chmod +x "$here/kit/kvlab" "$here/run_autograder"
touch "$here/kit/grader/target/kvlab/stamp"
"$here/kit/kvlab" --version
