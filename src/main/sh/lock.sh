# A lock that no crash leaves shut. It is a folder with a file in it for each process that holds it; once all of those
# are dead it may be taken over. Taking over renames the first file: however many try, one succeeds.

# lock FOLDER: waits until this process holds the lock. lock FOLDER try: fails at once when a living process holds it.
# Sets inherited to yes when the last holder died with the work half done.
lock() {
    inherited=no
    waited=0
    while ! { mkdir "$1" && echo >"$1/$$"; } 2>/dev/null; do
        first=
        alive=
        for file in "$1"/[0-9]*; do
            [ -f "$file" ] || continue
            holder=${file##*/}
            first=${first:-$holder}
            kill -0 "$holder" 2>/dev/null && alive=$holder
        done
        if [ -n "$first" ] && [ -z "$alive" ]; then
            if mv "$1/$first" "$1/$$" 2>/dev/null; then
                inherited=yes
                return 0
            fi
        elif [ "${2:-}" = try ]; then
            return 1
        elif [ "$waited" -ge 1200 ]; then
            echo "ag: gave up waiting for process $alive; if it has nothing to do with ag, remove the folder $1" >&2
            return 1
        elif [ -z "$first" ] && [ "$waited" -ge 5 ]; then
            rmdir "$1" 2>/dev/null # its holder died between two steps; this fails if there is one after all
        fi
        sleep 1
        waited=$((waited + 1))
    done
}

# share_lock FOLDER PROCESS: lets another process hold the lock too, so that it stays shut if this one is killed.
share_lock() {
    echo >"$1/$2"
}

# unlock FOLDER: for the process that locked it.
unlock() {
    rm -f "$1"/[0-9]*
    rmdir "$1" 2>/dev/null
}
