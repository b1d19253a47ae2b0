#!/bin/sh
# image.sh PROJECT VERSION: makes what people install of target/ag.jar and target/lib, in target/release: a folder with its own
# Java, the same as .tar.gz and .deb, and their checksums. JAVA_HOME, or what the launcher finds, is the JDK it is linked from.
set -eu

project=$1
version=$2
release=$project/target/release
name=ag-$version
image=$release/$name
# All files get this time, so that two builds give the same bytes.
time=@1735689600

if [ -z "${JAVA_HOME:-}" ] || ! [ -x "$JAVA_HOME/bin/jlink" ]; then
    JAVA_HOME=$(set +eu; home=$project state='' search=''; . "$project/src/main/sh/find-java.sh"; printf '%s' "$java")
fi
machine=$(uname -m)
system=$(uname -s | tr '[:upper:]' '[:lower:]')

rm -rf "$release"
mkdir -p "$image/bin" "$image/lib/libraries" "$image/lib/start" "$image/share/man/man1" "$image/share/licences"

# Pictures need java.desktop; what else is named is asked for by a library: see docs/install.md.
modules=java.base,java.desktop,java.logging,java.xml,jdk.unsupported
# Windows, sound, printers and XML come with java.desktop, and are never asked for. What is packed stays uncompressed: the archive packs it better.
"$JAVA_HOME/bin/java" "$project/src/main/release/ListUnused.java" >"$release/unused"
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-0 \
    --exclude-resources="@$release/unused" \
    --exclude-files="**libawt_xawt.so,**libsplashscreen.*,**libjsound.*,**libjawt.*,**libprefs.*,**libmlib_image.*,**psfont*,**/jexec" \
    --output "$image/runtime"
rm -rf "$release/unused" "$image/runtime/bin/keytool" "$image/runtime/bin/jrunscript" "$image/runtime/bin/rmiregistry"

cp "$project/target/ag.jar" "$image/lib/ag.jar"
# The jar names its libraries in a folder lib beside it.
mv "$image/lib/libraries" "$image/lib/lib"
cp "$project"/target/lib/*.jar "$image/lib/lib/"
# One native library is enough here: JLine brings those of all systems.
native=$(cd "$project/target/native/org/jline/nativ" && find . -path "*Linux/x86_64*" -name '*.so' -o -path '*Linux/arm64*' -name '*.so' -o -name '*.jnilib')
for file in $native; do
    mkdir -p "$image/lib/native/$(dirname "$file")"
    cp "$project/target/native/org/jline/nativ/$file" "$image/lib/native/$file"
done

# The launcher of a checkout, without what looks for Java and builds.
awk '/^ *# \{\{/ { skipped = 1 } !skipped { print } /^ *# }}/ { skipped = 0 }' "$project/ag" \
    | sed -e 's|^launcher=.*|launcher=$home/bin/ag|' \
        -e 's|^jar=.*|jar=$home/lib/ag.jar; java=$home/runtime; state=$home/lib/start|' \
        -e 's|^native=.*|native=$home/lib/native|' \
        -e 's|^home=\${self%/\*}$|self=${self%/*}; case $self in bin) home=. ;; */bin) home=${self%/bin} ;; *) home=$self/.. ;; esac|' \
        >"$image/bin/ag"
chmod +x "$image/bin/ag"

cp "$project/LICENSE" "$image/share/licences/ag.txt"
cp -R "$JAVA_HOME/legal" "$image/share/licences/java" 2>/dev/null || mv "$image/runtime/legal" "$image/share/licences/java"
rm -rf "$image/runtime/legal"
for jar in "$image"/lib/lib/*.jar; do
    library=$(basename "$jar" .jar)
    for entry in META-INF/LICENSE META-INF/LICENSE.txt META-INF/LICENSE.md LICENSE LICENSE.txt about.html META-INF/NOTICE META-INF/NOTICE.txt; do
        if unzip -p "$jar" "$entry" >"$release/entry" 2>/dev/null && [ -s "$release/entry" ]; then
            mkdir -p "$image/share/licences/$library"
            cp "$release/entry" "$image/share/licences/$library/$(basename "$entry")"
        fi
    done
done
cp "$project/src/main/release/licences.md" "$image/share/licences/README.md"
rm -f "$release/entry"
# Behind the licences, which lie in what is left out too.
"$JAVA_HOME/bin/java" "$project/src/main/release/ShrinkLibraries.java" "$image/lib/ag.jar" "$image/lib/lib"

# From the tables of commands and options.
run="$image/runtime/bin/java -Dstdout.encoding=UTF-8 -cp $image/lib/ag.jar"
$run ag.cli.ManPage >"$image/share/man/man1/ag.1"
for shell in bash zsh fish; do
    $run ag.cli.Main completions $shell >"$release/$shell"
done
mkdir -p "$image/share/bash-completion/completions" "$image/share/zsh/site-functions" "$image/share/fish/vendor_completions.d"
mv "$release/bash" "$image/share/bash-completion/completions/ag"
mv "$release/zsh" "$image/share/zsh/site-functions/_ag"
mv "$release/fish" "$image/share/fish/vendor_completions.d/ag.fish"

find "$image" -exec touch -h -d "$time" {} +

# The JVM's start-up cache belongs to this JVM, this jar, and their times: it is made last, where the rest stays as it is.
flags="-XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED"
(cd "$project/src/main/sh" && "$image/runtime/bin/java" $flags "-XX:AOTCacheOutput=$image/lib/start/program.aot" \
    -Dag.locale=C.UTF-8 -cp "$image/lib/ag.jar" ag.cli.WarmUpRun --quiet --seed 1 training.ag >/dev/null 2>&1) || true
[ -s "$image/lib/start/program.aot" ] || { echo "image.sh: no start-up cache was made" >&2; exit 1; }
rm -f "$image"/lib/start/*.config
find "$image" -exec touch -h -d "$time" {} +

archive() {
    tar -C "$release" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$time" -cf - "$1" | gzip -n -9 >"$2"
}
archive "$name" "$release/$name-$system-$machine.tar.gz"

if command -v dpkg-deb >/dev/null; then
    deb=$release/deb
    mkdir -p "$deb/DEBIAN" "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/doc/ag"
    cp -a "$image" "$deb/usr/lib/ag"
    for part in man bash-completion zsh fish; do
        mkdir -p "$deb/usr/share/$part"
        cp -a "$image/share/$part/." "$deb/usr/share/$part/"
    done
    gzip -n -9 "$deb/usr/share/man/man1/ag.1"
    cp "$project/LICENSE" "$deb/usr/share/doc/ag/copyright"
    # No link, which would need readlink to be followed, and the PATH may be empty.
    printf '%s\n' '#!/bin/sh' 'exec "${0%/*}/../lib/ag/bin/ag" "$@"' >"$deb/usr/bin/ag"
    chmod +x "$deb/usr/bin/ag"
    case $machine in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) architecture=$machine ;; esac
    cat >"$deb/DEBIAN/control" <<CONTROL
Package: ag
Version: $(printf '%s' "$version" | sed 's/-SNAPSHOT/~snapshot/')
Architecture: $architecture
Maintainer: ag <maintainers@users.noreply.github.com>
Installed-Size: $(du -sk "$deb/usr" | cut -f1)
Section: math
Priority: optional
Depends: libc6, zlib1g
Recommends: fontconfig
Homepage: https://github.com/ag-lang/ag
Description: math language with exact derivatives
 A small math language in which every number remembers how it was made:
 exact derivatives of any order, and small neural networks.
CONTROL
    find "$deb" -exec touch -h -d "$time" {} +
    SOURCE_DATE_EPOCH=${time#@} dpkg-deb --root-owner-group -Zxz --build "$deb" "$release/ag_${version}_$architecture.deb" >/dev/null
    rm -rf "$deb"
fi

(cd "$release" && sha256sum ag*.tar.gz ag*.deb >SHA256SUMS 2>/dev/null || true)
