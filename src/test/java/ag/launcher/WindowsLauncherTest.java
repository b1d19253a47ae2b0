package ag.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher for Windows, in the command interpreter of Wine, with a program in the place of Java that prints its arguments. */
@Tag("slow")
final class WindowsLauncherTest {
    private static final String COMPILER = "x86_64-w64-mingw32-gcc";
    private static final String JAVA = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        int main(int count, char **arguments) {
            for (int i = 1; i < count; i++) {
                if (!strncmp(arguments[i], "-XX:AOTCacheOutput=", 19)) {
                    FILE *cache = fopen(arguments[i] + 19, "w");
                    fputs("cache", cache);
                    fclose(cache);
                    return 0;
                }
            }
            for (int i = 1; i < count; i++) {
                printf("argument %s\\n", arguments[i]);
            }
            return getenv("STATUS") ? atoi(getenv("STATUS")) : 0;
        }
        """;

    @TempDir
    Path folder;

    private record Launch(List<String> arguments, String errors, int status) {}

    @BeforeEach
    void aBuiltProject() throws Exception {
        assumeThat(isThere("wine") && isThere(COMPILER))
                .as("wine and " + COMPILER + " are there")
                .isTrue();
        for (String copied : List.of("ag.cmd", "src/main/windows/fill-cache.cmd", "src/main/sh/training.ag")) {
            Path copy = folder.resolve(copied);
            Files.createDirectories(copy.getParent());
            // As it is checked out on Windows.
            Files.writeString(
                    copy, Files.readString(Path.of(copied)).replace("\r", "").replace("\n", "\r\n"));
        }
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/ag.jar"), "jar");
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java.exe");
        Path source = Files.writeString(folder.resolve("java.c"), JAVA);
        assertThat(run(Map.of(), List.of(COMPILER, "-o", java.toString(), source.toString()))
                        .status())
                .isZero();
        Files.copy(java, java.resolveSibling("javac.exe"));
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
    }

    private static boolean isThere(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private Launch run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", "");
        Path errors = Files.createTempFile(folder, "errors", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        List<String> arguments = Files.readString(output, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("argument "))
                .map(line -> line.substring("argument ".length()))
                .toList();
        return new Launch(arguments, Files.readString(errors, StandardCharsets.ISO_8859_1), process.exitValue());
    }

    private Launch launch(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "WINEDEBUG", "-all",
                "WINEPREFIX", folder.resolve("wine").toString(),
                "JAVA_HOME", windows(folder.resolve("jdk"))));
        environment.putAll(more);
        List<String> command = new ArrayList<>(List.of("wine", "cmd", "/c", "ag.cmd"));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }

    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("wine/drive_c/users"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    @Test
    void argumentsAndStatusPassAndTheSecondStartHasACache() throws Exception {
        Launch first = launch(Map.of("STATUS", "3"), "-e", "2 * 3", "a & b");

        assertThat(first.arguments())
                .endsWith("ag.cli.Main", "-e", "2 * 3", "a & b")
                .noneMatch(this::isCache);
        assertThat(first.status()).isEqualTo(3);
        for (int i = 0; i < 300 && caches().isEmpty(); i++) {
            Thread.sleep(100);
        }

        assertThat(launch(Map.of(), "-e", "1").arguments()).anyMatch(this::isCache);
        assertThat(launch(Map.of("AG_NO_CACHE", "1"), "-e", "1").arguments()).noneMatch(this::isCache);
        assertThat(launch(Map.of("JAVA_TOOL_OPTIONS", "-Xshare:off"), "-e", "1").arguments())
                .noneMatch(this::isCache);

        Files.writeString(folder.resolve("target/ag.jar"), "another jar");
        assertThat(launch(Map.of(), "-e", "1").arguments()).noneMatch(this::isCache);
    }

    private boolean isCache(String argument) {
        return argument.startsWith("-XX:AOTCache=");
    }

    @Test
    void withoutAJdkThatIsNewEnoughItSaysWhatToInstall() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.2\"\n");

        Launch launch = launch(Map.of(), "-e", "1");

        assertThat(launch.arguments()).isEmpty();
        assertThat(launch.errors()).contains("please install a JDK, version 25 or newer");
        assertThat(launch.status()).isEqualTo(127);
    }
}
