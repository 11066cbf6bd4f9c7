# None of the environment comes along, and a cluster's machines are not all alike.
{{java-home}}
export LC_ALL=C.UTF-8 KVLAB_BUILD=never
[ -x {{kvlab}} ] || {
    echo "$(hostname) does not see" {{kvlab}}": kit, submissions and results must be on a file system that all share" >&2
    exit 3
}
# A place of its own: tasks may share a machine's, and yet not see each other's processes.
work=$(mktemp -d) || exit 3
trap 'rm -rf -- "$work"' EXIT
trap 'exit 3' HUP INT TERM
export JDK_JAVA_OPTIONS="-Xmx{{heap}}m \"-Djava.io.tmpdir=$work\""
cd {{directory}} || exit 3
