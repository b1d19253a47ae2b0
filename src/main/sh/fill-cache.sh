# fill-cache.sh HOME STATE PROCESS JAVA FLAG...: records short runs of the program as the JVM's start-up caches, once
# PROCESS has ended. Runs beside a first start, unseen: whatever fails here only means that the next start is not faster.

jar=$1/target/ag.jar
scripts=$1/src/main/sh
session=$scripts/training.ag
native=-Dlibrary.jline.path=$1/target/native/org/jline/nativ
stamp=$2/jar-time
run=$3
. "$1/src/main/sh/lock.sh"
cd "$2" || exit 0
lock=$2/.filling
new=$2/new.aot.$$
shift 3

lock "$lock" try || exit 0
trap '' HUP INT
trap 'rm -rf "$new" "$new.config" "$stamp" "$new.state"; unlock "$lock"' EXIT
trap 'exit 1' TERM

# The run that the user waits for has the machine first, but not for ever.
waited=0
while kill -0 "$run" 2>/dev/null && [ "$waited" -lt 60 ]; do
    sleep 1
    waited=$((waited + 1))
done

umask 077
rm -rf *.aot.* java.* # what others were killed over
echo >"$stamp"
touch -r "$jar" "$stamp"

# record CACHE COMMAND...: keeps as CACHE what the command writes to $new, unless it has been tried for this jar.
record() {
    kept=$1
    shift
    [ -f "$kept" ] && ! [ "$kept" -nt "$stamp" ] && ! [ "$kept" -ot "$stamp" ] && return
    (cd "$scripts" && nice -n 19 "$@")
    # An empty cache says that this jar on this JDK has been tried, in vain.
    [ -s "$new" ] || : >"$new"
    touch -r "$stamp" "$new" && mv -f "$new" "$kept"
}

record program.aot "$@" "-XX:AOTCacheOutput=$new" -Dag.locale=C.UTF-8 -cp "$jar" ag.cli.WarmUpRun --quiet --seed 1 "$session"

# That of the kernel is for those who use notebooks.
case " ${caches:-} " in
    *' kernel.aot '*)
        record kernel.aot "$@" "-XX:AOTCacheOutput=$new" -Dag.locale=C.UTF-8 -cp "$jar" ag.kernel.KernelRehearsal
        ;;
esac

# The REPL leaves its history and its log in a folder of its own, and shows what terminals can do.
unset NO_COLOR
export TERM=xterm-256color XDG_STATE_HOME="$new.state"
record repl.aot "$@" "$native" -cp "$jar" ag.repl.Rehearsal "$@" "-XX:AOTCacheOutput=$new" "$native" \
    -Dag.locale=C.UTF-8 -Dag.terminals=-012 -cp "$jar" ag.cli.Main --seed 1 -i "$session"
