# Read by ag. Sets java to the folder of a JDK 25 or newer, and remembers it in $state; ends with a sentence where there is none.

# Whether the folder $1 holds a JDK 25 or newer, by its release file: no Java is started to find out.
is_recent_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                version=${line#JAVA_VERSION=}
                version=${version#\"}
                version=${version%%[!0-9]*}
                [ "${version:-0}" -ge 25 ]
                return
                ;;
        esac
    done <"$1/release"
    return 1
}

# The folder of the java command on the PATH, which is often a symbolic link into it.
jdk_on_path() {
    program=$(command -v java) || return 0
    while [ -h "$program" ]; do
        target=$(readlink "$program")
        case $target in
            /*) program=$target ;;
            *) program=${program%/*}/$target ;;
        esac
    done
    (cd -P "${program%/*}/.." 2>/dev/null && pwd -P)
}

# AG_JDKS replaces this list: folders, separated by colons, with * for any name.
usual_folders="/usr/lib/jvm/*:/usr/lib64/jvm/*:/usr/java/*:/opt/java/*:/opt/jdk*\
:/Library/Java/JavaVirtualMachines/*/Contents/Home\
:/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home:/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home\
:${HOME:-}/Library/Java/JavaVirtualMachines/*/Contents/Home\
:${HOME:-}/.sdkman/candidates/java/*:${HOME:-}/.jdks/*:${HOME:-}/.asdf/installs/java/*:${HOME:-}/.local/share/mise/installs/java/*"

java=
path_jdk=$(jdk_on_path)
IFS=:
for folder in "${JAVA_HOME:-}" "$path_jdk" ${AG_JDKS-$usual_folders}; do
    if is_recent_jdk "$folder"; then
        java=$folder
        break
    fi
done
unset IFS

if [ -z "$java" ]; then
    echo 'ag: please install a JDK, version 25 or newer (for example from https://adoptium.net), or set JAVA_HOME to the folder of one.' >&2
    exit 127
fi

# Another JDK, or another release of it, cannot use the start-up cache of the last one.
if [ -n "$state" ] && (umask 077 && mkdir -p "$state") 2>/dev/null && [ -w "$state" ]; then
    {
        kept_for "$state/java" "$java/release" && [ "$(head -n 1 "$state/java")" = "$java" ] || rm -f "$state/program.aot" "$state/repl.aot"
        printf '%s\n' "$java" "$search" >"$state/java.$$" \
            && touch -r "$java/release" "$state/java.$$" \
            && mv -f "$state/java.$$" "$state/java"
    } 2>/dev/null
fi
