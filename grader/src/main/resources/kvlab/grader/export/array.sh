#!/bin/sh
# One part of the submissions, on one machine. What has been graded is not graded again: a task that is requeued, or a
# second array, costs only what is missing.
{{directives}}

part=${SLURM_ARRAY_TASK_ID:?is not set: start this with sbatch, or set it to the number of a part}
set --
line=0
while IFS= read -r name; do
    [ $((line / {{per-task}})) -ne "$part" ] || set -- "$@" "--only=$name"
    line=$((line + 1))
done <{{list}} || exit 3
[ $# -gt 0 ] || exit 0

{{environment}}
{{kvlab}} grade {{options}} --no-reports "--parallel=$((2 * ${SLURM_CPUS_PER_TASK:-{{processors}}}))" "$@" -- \
    {{submissions}}
