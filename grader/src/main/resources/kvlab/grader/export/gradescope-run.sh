#!/bin/sh
# Run by Gradescope for each submission. AUTOGRADER is set to try it elsewhere.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
exec "$here/kit/kvlab" autograde gradescope --root "${AUTOGRADER:-/autograder}" --policy "$here/policy.yaml" {{options}}
