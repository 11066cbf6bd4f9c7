#!/bin/sh
# Starts the array, and after it, whatever became of its tasks, the merge. Options are those of sbatch, for both of them.
set -eu

# If the kit is to be built, then here and once: its tasks would do it all at the same time.
{{java-home}}
{{kvlab}} --version >/dev/null

cd {{scripts}}
array=$(sbatch --parsable --output={{logs-escaped}}/%A-%a.txt "$@" array.sh)
array=${array%%;*}
merge=$(sbatch --parsable --output={{logs-escaped}}/%j.txt "$@" --dependency="afterany:$array" merge.sh)
merge=${merge%%;*}
echo "job array $array grades {{count}} submissions in {{tasks}} tasks; then job $merge makes the reports"
echo "to look at them: squeue --jobs=$array,$merge; what they print is in" {{logs}}
