#!/bin/sh
# Grades one submission, once: the kit does not get ready for more.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
touch "$here/kit/grader/target/kvlab/stamp"
KVLAB_ONCE=yes
export KVLAB_ONCE
exec "$here/kit/kvlab" autograde autolab --policy "$here/policy.yaml" {{options}} "$1"
