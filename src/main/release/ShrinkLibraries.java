import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * {@code java ShrinkLibraries.java JAR FOLDER}: takes out of the libraries in a folder what a program can never come to: classes that no class it
 * comes to names, in whatever way, and resources that are for other programs.
 *
 * <p>A class names another where the other's name stands in it: as a type, in a descriptor, or as a text, so that {@code Class.forName} with a
 * literal is seen. Services are named by their files. A name that is put together of parts is not seen: the tests run all programs of the
 * repository with what is left.
 */
final class ShrinkLibraries {
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    /** Pictures and notes for development environments, tables of CJK fonts, libraries that lie in a folder of their own, signatures. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "images/.*|org/apache/fontbox/cmap/.*|.*\\.(melk|_trace|dll|so|jnilib|proto)"
                + "|META-INF/maven/.*|META-INF/.*\\.(SF|RSA|DSA|EC)|(.*/)?module-info\\.class|META-INF/native-image/.*|.*/");

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    private final Path folder;
    private final List<Path> jars;
    /** The classes of the libraries, each with the bytes of its versions. */
    private final Map<String, List<byte[]>> classes = new HashMap<>();

    private final Set<String> kept = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private ShrinkLibraries(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    public static void main(String[] arguments) throws IOException {
        ShrinkLibraries shrinking = new ShrinkLibraries(Path.of(arguments[1]));
        shrinking.read();
        shrinking.follow(Path.of(arguments[0]));
        shrinking.write();
    }

    private static String className(String entry) {
        String name = VERSIONED.matcher(entry).replaceFirst("");
        return name.endsWith(".class") ? name.substring(0, name.length() - ".class".length()) : "";
    }

    private void read() throws IOException {
        for (Path jar : jars) {
            for (Map.Entry<String, byte[]> entry : entries(jar).entrySet()) {
                String name = className(entry.getKey());
                if (!name.isEmpty()) {
                    classes.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry.getValue());
                }
            }
        }
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }

    private void follow(Path program) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries(program).entrySet()) {
            if (!className(entry.getKey()).isEmpty()) {
                names(entry.getValue());
            }
        }
        for (Path jar : jars) {
            for (Map.Entry<String, byte[]> entry : entries(jar).entrySet()) {
                if (entry.getKey().matches("META-INF/(services|jline)/.*")) {
                    // JLine writes: class = org.jline.…
                    for (String word : new String(entry.getValue(), StandardCharsets.UTF_8).split("[\\s=]+")) {
                        keep(word.replace('.', '/'));
                    }
                }
            }
        }
        while (!open.isEmpty()) {
            classes.get(open.pop()).forEach(this::names);
        }
    }

    private void keep(String name) {
        if (classes.containsKey(name) && kept.add(name)) {
            open.push(name);
        }
    }

    /** Follows all names in a class. */
    private void names(byte[] bytes) {
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                String value = text.stringValue();
                keep(value);
                keep(value.replace('.', '/'));
                if (value.indexOf(';') >= 0) {
                    Matcher names = DESCRIPTOR.matcher(value);
                    while (names.find()) {
                        keep(names.group(1));
                    }
                }
            }
        }
    }

    private void write() throws IOException {
        for (Path jar : jars) {
            Map<String, byte[]> entries = entries(jar);
            entries.keySet()
                    .removeIf(name -> LEFT_OUT.matcher(name).matches()
                            || (!className(name).isEmpty() && !kept.contains(className(name))));
            if (entries.keySet().stream().allMatch(name -> name.startsWith("META-INF/"))) {
                Files.delete(jar);
                continue;
            }
            Path smaller = folder.resolve(jar.getFileName() + ".new");
            try (OutputStream file = Files.newOutputStream(smaller);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                out.setLevel(9);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    ZipEntry header = new ZipEntry(entry.getKey());
                    header.setTimeLocal(TIME);
                    out.putNextEntry(header);
                    out.write(entry.getValue());
                    out.closeEntry();
                }
            }
            Files.delete(jar);
            Files.move(smaller, jar);
        }
    }
}
