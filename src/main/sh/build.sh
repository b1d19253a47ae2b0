# Read by ag. Builds $jar and its libraries with Maven, or ends with what went wrong. All it says goes to standard error.

. "$home/src/main/sh/lock.sh"
target=$home/target

if ! command -v mvn >/dev/null || ! mkdir -p "$target" 2>/dev/null || ! [ -w "$target" ]; then
    if [ -f "$jar" ] && [ ! -d "$target/.building" ]; then
        echo 'ag: the sources have changed, but without Maven or the right to write here only the old program can be run.' >&2
        return
    elif ! command -v mvn >/dev/null; then
        echo 'ag: please install Maven (the mvn command, from your package manager or https://maven.apache.org): ag is built with it once.' >&2
        exit 127
    fi
    echo "ag: cannot build, because the folder $target cannot be written." >&2
    exit 126
fi

lock "$target/.building" || exit 1
maven=
trap 'unlock "$target/.building"' EXIT
trap '[ -z "$maven" ] || kill "$maven" 2>/dev/null; exit 130' HUP INT TERM

if [ "$inherited" = yes ] || out_of_date; then
    echo 'ag: building; the first time also fetches libraries and may take some minutes' >&2
    # An ag that is running keeps a removed jar until it ends; one overwritten under it would make it crash.
    rm -f "$jar"
    echo >"$target/.build-start"
    JAVA_HOME=$java mvn -B -f "$home/pom.xml" -Dmaven.test.skip=true package >"$target/build.log" 2>&1 &
    maven=$!
    share_lock "$target/.building" "$maven"
    if wait "$maven" && [ -f "$jar" ]; then
        # The jar is as old as what it was built from: an edit made during the build counts as newer.
        touch -r "$target/.build-start" "$jar"
    else
        rm -f "$jar"
        grep -E '^\[(ERROR|WARNING)\]' "$target/build.log" >&2 || tail -n 30 "$target/build.log" >&2
        echo "ag: the build failed; all that Maven said is in $target/build.log" >&2
        exit 1
    fi
fi

trap - EXIT HUP INT TERM
unlock "$target/.building"
