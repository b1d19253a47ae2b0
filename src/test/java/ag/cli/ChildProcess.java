package ag.cli;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the program is started in a process of its own, where it can be killed, or given a disk that is full. */
public final class ChildProcess {
    private ChildProcess() {}

    static List<String> command(String... arguments) {
        return java(List.of("-XX:TieredStopAtLevel=1"), Main.class, arguments);
    }

    /** A JVM of its own for a main class. */
    public static List<String> java(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where this process has its classes from, whoever started it; as the child sees it, which runs in another folder. */
    private static String classPath() {
        Stream<Path> places = Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())))
                : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of);
        return places.map(place -> place.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }
}
