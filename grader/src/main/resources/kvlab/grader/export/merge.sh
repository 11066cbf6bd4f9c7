#!/bin/sh
# Makes the reports on what has been graded, names what has not, or is damaged, and then exits with 3. It grades nothing, and
# may be run as often as one likes, by Slurm or by hand; options are those of ./kvlab grade, such as --replace.
{{directives}}

{{environment}}
{{kvlab}} grade {{options}} --no-grading "$@" -- \
    {{submissions}}
