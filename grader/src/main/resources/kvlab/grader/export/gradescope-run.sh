#!/bin/sh
# Gradescope copies this to /autograder and runs it there for each submission; the kit stays in /autograder/source.
# AUTOGRADER is set to try it elsewhere.
set -u
root=${AUTOGRADER:-/autograder}
exec "$root/source/kit/kvlab" autograde gradescope --root "$root" --policy "$root/source/policy.yaml" {{options}}
