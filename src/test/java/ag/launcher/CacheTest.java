package ag.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ag.launcher.Project.Launch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The JVM's start-up cache: recorded unseen, used while it fits, and harmless otherwise. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has ag.cmd")
@Tag("slow")
final class CacheTest {
    /** A cache for programs, and one for the REPL. */
    private static final int BOTH = 2;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aBuiltProject() throws Exception {
        project = Project.ready(folder);
    }

    @AfterEach
    void cleanUp() throws Exception {
        project.close();
    }

    @Test
    void theFirstStartRecordsWhatTheSecondUses() throws Exception {
        assertThat(cacheUsed(project.launch())).isFalse();
        awaitFilling();

        assertThat(cacheUsed(project.launch())).isTrue();
        assertThat(fillings()).isEqualTo(BOTH);
    }

    @Test
    void theReplHasACacheOfItsOwn() throws Exception {
        fill();

        assertThat(cachesUsed(project.launch("repl"))).containsExactly("program.aot");
        assertThat(cachesUsed(project.launchOnTerminal())).containsExactly("repl.aot");
        assertThat(cachesUsed(project.launchOnTerminal("repl", "--seed=1"))).containsExactly("repl.aot");
        assertThat(cachesUsed(project.launchOnTerminal("-i", "a.ag"))).containsExactly("repl.aot");
        assertThat(cachesUsed(project.launchOnTerminal("a.ag"))).containsExactly("program.aot");
    }

    /** Only who uses notebooks has it recorded. */
    @Test
    void theKernelHasACacheOfItsOwnOnceItIsAskedFor() throws Exception {
        fill();
        assertThat(fillings()).isEqualTo(BOTH);

        assertThat(cachesUsed(project.launch("kernel", "connection.json"))).containsExactly("program.aot");
        awaitFillings(BOTH + 1);
        assertThat(cachesUsed(project.launch("kernel", "connection.json"))).containsExactly("kernel.aot");
        assertThat(cachesUsed(project.launch("a.ag"))).containsExactly("program.aot");
    }

    @Test
    void aReplWithoutACacheOfItsOwnTakesTheOtherAndRecordsWhatIsMissing() throws Exception {
        fill();
        Files.delete(cache("repl.aot"));

        assertThat(cachesUsed(project.launchOnTerminal())).containsExactly("program.aot");
        awaitFillings(BOTH + 1);
        assertThat(cachesUsed(project.launchOnTerminal())).containsExactly("repl.aot");
    }

    @Test
    void manyFirstStartsAtOnceRecordOnce() throws Exception {
        List<Launch> launches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            launches.add(project.launch("run " + i));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(launches.get(i).arguments()).containsExactly("run " + i);
            assertThat(launches.get(i).errors()).isEmpty();
        }
        awaitFilling();

        assertThat(fillings()).isEqualTo(BOTH);
    }

    @Test
    void anotherJarNeedsAnotherCache() throws Exception {
        fill();
        project.write("target/ag.jar", "another jar");

        assertThat(cacheUsed(project.launch())).isFalse();
        awaitFillings(2 * BOTH);
        assertThat(cacheUsed(project.launch())).isTrue();
    }

    @Test
    void anotherReleaseOfTheJdkNeedsAnotherCache() throws Exception {
        fill();
        project.write("jdks/jdk-25/release", "JAVA_VERSION=\"25.0.9\"\n");

        assertThat(cacheUsed(project.launch())).isFalse();
        awaitFillings(2 * BOTH);
        assertThat(cacheUsed(project.launch())).isTrue();
    }

    @Test
    void aDamagedCacheIsNotUsedButRecordedAgain() throws Exception {
        fill();
        Files.writeString(cache(), "damage", StandardOpenOption.APPEND);

        assertThat(cacheUsed(project.launch())).isFalse();
        awaitFillings(BOTH + 1);
        assertThat(cacheUsed(project.launch())).isTrue();
    }

    @Test
    void aJvmThatCannotRecordIsAskedOnlyOnce() throws Exception {
        project.script("jdks/jdk-25/bin/java", "echo \"$*\" >>" + project.path("calls"));
        project.launch().status();
        awaitFilling();
        project.launch().status();
        project.launch().status();

        assertThat(cache()).isEmptyFile();
        assertThat(cache("repl.aot")).isEmptyFile();
        assertThat(Files.readAllLines(project.path("calls")))
                .hasSize(3 + BOTH)
                .filteredOn(call -> call.contains("-XX:AOTCache"))
                .as("asked to record, and never to use what was not recorded")
                .hasSize(BOTH);
    }

    @Test
    void agNoCacheKeepsNothing() throws Exception {
        project.set("AG_NO_CACHE", "1");
        project.launch().status();

        assertThat(project.path("home")).isEmptyDirectory();
    }

    @Test
    void aUserWhoChoosesAnArchiveOfTheirOwnIsLeftAlone() throws Exception {
        fill();
        project.set("JDK_JAVA_OPTIONS", "-Xshare:off");

        assertThat(cacheUsed(project.launch())).isFalse();
    }

    /** The stand-in for the program, for the one test that runs a real JVM. */
    private static final String GREETING = """
        package ag.cli;

        final class Main {
            public static void main(String[] arguments) {
                System.out.println("hello " + String.join(",", arguments));
            }
        }
        """;

    @Test
    void aRealJvmShowsNothingOfItsCacheWhateverStateThatIsIn() throws Exception {
        project.set("JAVA_HOME", System.getProperty("java.home"));
        writeGreetingJar();

        assertThat(greet()).containsExactly("hello a,θ");
        awaitFilling();
        assertThat(cache()).isRegularFile();
        assertThat(Files.size(cache())).as("bytes recorded").isGreaterThan(1_000_000);
        assertThat(greet()).containsExactly("hello a,θ");

        byte[] good = Files.readAllBytes(cache());
        byte[] broken = good.clone();
        Arrays.fill(broken, good.length / 3, good.length / 2, (byte) 0x5A);
        for (byte[] damage : List.of(broken, "nonsense".getBytes(StandardCharsets.UTF_8))) {
            Files.write(cache(), damage);
            assertThat(greet()).containsExactly("hello a,θ");
        }
    }

    private List<String> greet() throws Exception {
        Launch launch = project.launch("a", "θ");
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.status()).isZero();
        return launch.output();
    }

    private void writeGreetingJar() throws Exception {
        Path source = Files.writeString(folder.resolve("Main.java"), GREETING);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("greeting").toString(), source.toString());
        assertThat(failed).isZero();
        try (var jar = new JarOutputStream(Files.newOutputStream(project.path("target/ag.jar")))) {
            jar.putNextEntry(new JarEntry("ag/cli/Main.class"));
            Files.copy(folder.resolve("greeting/ag/cli/Main.class"), jar);
        }
    }

    private void fill() throws Exception {
        project.launch().status();
        awaitFilling();
        assertThat(cacheUsed(project.launch())).isTrue();
    }

    /** Waits until a cache has been recorded this often, and the process that did has given its lock back. */
    private void awaitFillings(int count) throws Exception {
        await(() -> fillings() >= count);
        awaitFilling();
    }

    private void awaitFilling() throws Exception {
        await(() -> Files.exists(cache("repl.aot")) && !Files.exists(cache(".filling")));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("a minute has gone by").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Path cache() {
        return cache("program.aot");
    }

    private Path cache(String file) {
        return project.path("home/.cache/ag" + project.path(file));
    }

    private long fillings() throws Exception {
        return project.lines("jdks/jdk-25/fillings");
    }

    private static boolean cacheUsed(Launch launch) throws Exception {
        return !cachesUsed(launch).isEmpty();
    }

    private static List<String> cachesUsed(Launch launch) throws Exception {
        return launch.javaArguments().stream()
                .filter(argument -> argument.startsWith("-XX:AOTCache="))
                .map(argument -> argument.substring(argument.lastIndexOf('/') + 1))
                .toList();
    }
}
