# fill-cache.sh HOME STATE PROCESS JAVA FLAG...: records a short run of the program as the JVM's start-up cache, once
# PROCESS has ended. Runs beside a first start, unseen: whatever fails here only means that the next start is not faster.

jar=$1/target/ag.jar
session=$1/src/main/sh/training.ag
cache=$2/program.aot
new=$2/program.aot.$$
stamp=$2/jar-time
run=$3
. "$1/src/main/sh/lock.sh"
cd "$2" || exit 0
lock=$2/.filling
shift 3

lock "$lock" try || exit 0
trap '' HUP INT
trap 'rm -f "$new" "$new.config" "$stamp"; unlock "$lock"' EXIT
trap 'exit 1' TERM

# The run that the user waits for has the machine first, but not for ever.
waited=0
while kill -0 "$run" 2>/dev/null && [ "$waited" -lt 60 ]; do
    sleep 1
    waited=$((waited + 1))
done

umask 077
rm -f program.aot.* java.* # what others were killed over
echo >"$stamp"
touch -r "$jar" "$stamp"
[ -f "$cache" ] && ! [ "$cache" -nt "$stamp" ] && ! [ "$cache" -ot "$stamp" ] && exit 0

nice -n 19 "$@" "-XX:AOTCacheOutput=$new" -Dag.locale=C.UTF-8 -cp "$jar" ag.cli.Main --quiet --seed 1 "$session"

# An empty cache says that this jar on this JDK has been tried, in vain.
[ -s "$new" ] || : >"$new"
touch -r "$stamp" "$new" && mv -f "$new" "$cache"
