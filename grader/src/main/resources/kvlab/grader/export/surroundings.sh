# None of the environment comes along, and a cluster's machines are not all alike.
{{java-home}}
export LC_ALL=C.UTF-8 KVLAB_BUILD=never JDK_JAVA_OPTIONS=-Xmx{{heap}}m
[ -x {{kvlab}} ] || {
    echo "$(hostname) does not see" {{kvlab}}": kit, submissions and results must be on a file system that all share" >&2
    exit 3
}
cd {{directory}} || exit 3
