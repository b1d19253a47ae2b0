package ag.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * A copy of the launcher in a folder of its own, with all it meets on a machine: a home folder, programs on the PATH,
 * JDKs. Programs are stand-ins written in shell unless a test brings the real one.
 */
final class Project implements AutoCloseable {
    /** What the launcher may call. The test's PATH has these and nothing else: no Java, no Maven. */
    private static final List<String> TOOLS = List.of(
            "cat", "find", "grep", "head", "mkdir", "mv", "readlink", "rm", "rmdir", "sh", "sleep", "tail", "touch");

    /** A Java that prints where it is, its working folder, its locale and each argument, and copies standard input. */
    private static final String JAVA = """
        for argument in "$@"; do
            case $argument in
                -XX:AOTCacheOutput=*) echo filled >>"${0%/bin/java}/fillings"; echo cache >"${argument#*=}"; exit ;;
            esac
        done
        echo "java ${0%/bin/java}"
        echo "folder $PWD"
        echo "locale $LC_ALL"
        for argument in "$@"; do printf 'argument %s\\n' "$argument"; done
        cat
        """;

    private static final int CTRL_D = 4;

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Project(Path folder) throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("project"));
        copy(Path.of("ag"));
        try (var parts = Files.list(Path.of("src/main/sh"))) {
            parts.forEach(this::copy);
        }
        write("pom.xml", "<project/>");
        write("src/main/java/Main.java", "class Main {}");
        makeOlder("pom.xml");
        makeOlder("src/main/java/Main.java");
        for (String tool : TOOLS) {
            script("tools/" + tool, "exec " + whereIs(tool) + " \"$@\"\n");
        }
        script("tools/nice", "shift 2; exec \"$@\"\n"); // a test on a busy machine would wait for ever
        environment.put("PATH", path("tools").toString());
        environment.put("HOME", Files.createDirectories(path("home")).toString());
        environment.put("AG_JDKS", path("jdks") + "/*");
    }

    /** A project that is built, on a machine with one suitable JDK: the ordinary case. */
    static Project ready(Path folder) throws IOException {
        var project = new Project(folder);
        project.jdk("jdk-25", "25.0.1");
        project.write("target/ag.jar", "a jar");
        return project;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Project set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path write(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void script(String name, String text) throws IOException {
        Files.setPosixFilePermissions(write(name, "#!/bin/sh\n" + text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts a stand-in for a JDK of this version where the launcher looks for one. */
    Path jdk(String name, String version) throws IOException {
        String home = "jdks/" + name;
        script(home + "/bin/java", JAVA);
        script(home + "/bin/javac", "");
        write(home + "/release", "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        makeOlder(home + "/release");
        return path(home);
    }

    /** Puts a stand-in for Maven on the PATH, which notes each call, chats, and then does what is given. */
    void maven(String text) throws IOException {
        script("tools/mvn", "echo built >>" + path("builds") + "\necho '[INFO] chatter'\ncat\n" + text + "\n");
    }

    /** What makes a stand-in for Maven succeed: the jar. */
    String makesTheJar() {
        return "echo jar >" + path("target/ag.jar");
    }

    /** Gives a file a time of change an hour ago, as for one that was there before the build. */
    void makeOlder(String name) throws IOException {
        Files.setLastModifiedTime(path(name), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    void makeNewer(String name) throws IOException {
        Files.setLastModifiedTime(path(name), FileTime.from(Instant.now().plus(Duration.ofHours(1))));
    }

    long lines(String name) throws IOException {
        return Files.exists(path(name)) ? Files.readAllLines(path(name)).size() : 0;
    }

    Launch launch(String... arguments) throws IOException {
        return launch(root, path("ag"), arguments);
    }

    Launch launch(Path workingFolder, Path script, String... arguments) throws IOException {
        return Launch.start(
                        workingFolder,
                        environment,
                        Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                                .toList(),
                        Redirect.PIPE)
                .typed("standard input\n");
    }

    /** A start where somebody sits at a keyboard, and has typed Ctrl-D. */
    Launch launchOnTerminal(String... arguments) throws IOException, InterruptedException {
        try (var terminal = (JniNativePty) new JniTerminalProvider().open(null, null)) {
            List<String> command = Stream.concat(Stream.of(path("ag").toString()), Stream.of(arguments))
                    .toList();
            Launch launch = Launch.start(root, environment, command, Redirect.from(new File(terminal.getName())));
            terminal.getMasterOutput().write(CTRL_D);
            launch.status();
            return launch;
        }
    }

    /**
     * Keeps the launcher from recording a start-up cache behind the test's back: it leaves users alone who have chosen an
     * archive of their own.
     */
    Project withoutRecording() {
        return set("JDK_JAVA_OPTIONS", "-Xshare:auto");
    }

    /** Removes the folder, even while a process that records a start-up cache is still writing into it. */
    @Override
    public void close() throws IOException {
        for (int attempt = 1; Files.exists(root); attempt++) {
            try (var files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    private void copy(Path source) {
        try {
            Path target = path(source.toString());
            Files.createDirectories(target.getParent());
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
            makeOlder(source.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path whereIs(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** A launcher under way, and what it wrote once it has ended. */
    record Launch(Process process, Path outputFile, Path errorFile) {
        private static Launch start(Path folder, Map<String, String> environment, List<String> command, Redirect input)
                throws IOException {
            Path output = Files.createTempFile("ag", ".out");
            Path error = Files.createTempFile("ag", ".err");
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.redirectInput(input).redirectOutput(output.toFile()).redirectError(error.toFile());
            return new Launch(builder.start(), output, error);
        }

        private Launch typed(String text) {
            try (var input = process.outputWriter()) {
                input.write(text);
            } catch (IOException e) {
                // The program has ended without reading: its exit status and output tell more than this.
            }
            return this;
        }

        int status() throws InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end");
            }
            return process.exitValue();
        }

        List<String> output() throws IOException, InterruptedException {
            status();
            return Files.readAllLines(outputFile);
        }

        List<String> errors() throws IOException, InterruptedException {
            status();
            return Files.readAllLines(errorFile);
        }

        /** The folder of the JDK that ran the program. */
        String java() throws IOException, InterruptedException {
            return output().getFirst().replace("java ", "");
        }

        /** What the program itself was given: all after the main class. */
        List<String> arguments() throws IOException, InterruptedException {
            List<String> all = javaArguments();
            return all.subList(all.indexOf("ag.cli.Main") + 1, all.size());
        }

        List<String> javaArguments() throws IOException, InterruptedException {
            return output().stream()
                    .filter(line -> line.startsWith("argument "))
                    .map(line -> line.substring("argument ".length()))
                    .toList();
        }
    }
}
