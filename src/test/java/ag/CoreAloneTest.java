package ag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.Main;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The core compiles and runs by itself: without our other packages, with the few libraries that it names, and with those classes of
 * Java that are there without files, threads, a clock and a terminal.
 */
@Tag("slow")
final class CoreAloneTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path GRAMMAR = Path.of("ag", "lang", "syntax", "grammar");
    private static final List<String> LIBRARIES = List.of(
            "antlr4-runtime", "commons-numbers-core", "commons-numbers-fraction", "commons-numbers-gamma", "jspecify");

    /** Beside java.lang: what the compiler itself refers to, and plain computing. */
    private static final Set<String> PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.ref",
            "java.lang.runtime",
            "java.math",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private static final Set<String> FORBIDDEN = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.util.Scanner",
            "java.util.Timer");

    /** A program of our own that is compiled with the core and runs without the rest. */
    private static final String RUNNER = """
        package alone;

        import ag.host.Host;
        import ag.lang.source.SourceText;
        import ag.result.print.JsonPrinter;
        import ag.session.Interruption;
        import ag.session.Session;

        public final class Runner {
            public static String run(String program) {
                StringBuilder lines = new StringBuilder();
                JsonPrinter json = new JsonPrinter(true);
                new Session(result -> lines.append(json.line(result)).append('\\n'), Host.PLAIN, Interruption.none())
                        .run(new SourceText("program", program));
                return lines.toString();
            }
        }
        """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path grammar = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(GRAMMAR);
        Files.createDirectories(folder.resolve(GRAMMAR));
        try (Stream<Path> classes = Files.list(grammar)) {
            for (Path compiled : classes.toList()) {
                Files.copy(compiled, folder.resolve(GRAMMAR).resolve(compiled.getFileName()));
            }
        }
        Path runner = Files.writeString(folder.resolve("Runner.java"), RUNNER);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    Stream.concat(sources().stream(), Stream.of(runner)).toList();
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-implicit:none", "-d", folder.toString(), "-cp", classPath());
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .as("the core compiles alone")
                    .isTrue();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ArchitectureTest.isCore(
                            SOURCES.relativize(file.getParent()).toString().replace(File.separatorChar, '.')))
                    .toList();
        }
    }

    private static String classPath() {
        return Stream.concat(
                        Stream.of(folder.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .filter(entry -> LIBRARIES.stream()
                                        .anyMatch(library -> Path.of(entry)
                                                .getFileName()
                                                .toString()
                                                .startsWith(library))))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void itNeedsNoFilesThreadsOrTerminalOfJava() {
        noClasses()
                .that()
                .resideInAPackage("ag..")
                .and()
                .resideOutsideOfPackage("ag.lang.syntax.grammar..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are not plain Java", CoreAloneTest::isForbidden))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(new ClassFileImporter().importPath(folder));
    }

    private static boolean isForbidden(JavaClass used) {
        JavaClass type = used.getBaseComponentType();
        return type.getPackageName().startsWith("java")
                && (!PACKAGES.contains(type.getPackageName()) || FORBIDDEN.contains(type.getName()));
    }

    @Test
    void itRuns() throws Exception {
        URL[] places = Stream.of(classPath().split(File.pathSeparator, -1))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            String lines = (String) loader.loadClass("alone.Runner")
                    .getMethod("run", String.class)
                    .invoke(null, """
                        let a = 2
                        L = a^3
                        grad L
                        derive L wrt a
                        data d = make_moons(n = 20, seed = 1)
                        mlp net { input 2; layer 4 tanh; layer 1; seed 1 }
                        train net on d { loss bce_logits; optimizer adam(0.1); epochs 3; threads 2 }
                        plot a^2 for a in -1..1
                        import "other.ag"
                        """);
            // d/da a^3 at 2 is 3·2^2.
            assertThat(lines)
                    .contains("\"grad\":{\"a\":12.0}", "\"formula\":\"3a²\"", "\"kind\":\"train\"", "\"kind\":\"plot\"")
                    .contains("\"code\":\"no-files\"");
        }
    }
}
