import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code java ListUnused.java}: prints for {@code jlink --exclude-resources} what of Java's modules a program without windows, sound, printers and XML
 * files never asks for. They come with {@code java.desktop}, which pictures need. Each package keeps its smallest class, or
 * file, as jlink wants all packages of a module to be there.
 */
final class ListUnused {
    private static final List<String> FOLDERS = List.of(
            "java.desktop/javax/swing",
            "java.desktop/javax/sound",
            "java.desktop/javax/print",
            "java.desktop/com/sun/java/swing",
            "java.desktop/com/sun/swing",
            "java.desktop/com/sun/media/sound",
            "java.desktop/com/sun/beans/infos",
            "java.desktop/sun/awt/X11",
            "java.desktop/sun/print",
            "java.desktop/sun/swing",
            "java.xml/com/sun/org/apache",
            "java.xml/jdk/xml/internal/jdkcatalog");

    private ListUnused() {}

    public static void main(String[] arguments) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        for (String folder : FOLDERS) {
            Path top = modules.resolve(folder);
            // The X11 toolkit is that of Linux alone.
            if (!Files.isDirectory(top)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(top)) {
                Map<Path, List<Path>> packages = files.filter(Files::isRegularFile)
                        .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
                packages.values().forEach(ListUnused::print);
            }
        }
    }

    private static void print(List<Path> files) {
        Path kept = files.stream()
                .min(Comparator.comparing((Path file) -> !file.toString().endsWith(".class"))
                        .thenComparingLong(ListUnused::size)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        files.stream()
                .filter(file -> !file.equals(kept))
                .map(file -> file.toString().substring("/modules".length()))
                .sorted()
                .forEach(System.out::println);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
