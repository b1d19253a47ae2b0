package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in Java on the pages compile, run, and give what they should. */
final class JavaBlocksTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheReadme() throws Exception {
        String example = block(Path.of("README.md"));
        assertThat(example.lines().count()).isLessThanOrEqualTo(10);
        // 0.5 sin 0.5 and sin 0.5 + 0.5 cos 0.5, by Python's math
        assertThat(shownBy(example))
                .containsExactly("13.0", "12.0 and 4.0", "27.0", "0.2397127693021015, slope 0.9182168195493894");
    }

    @Test
    void theScriptEngineOfThePageOnInstalling() throws Exception {
        assertThat(shownBy(block(Path.of("docs", "install.md")))).containsExactly("{a=6.0}", "9.0");
    }

    private static String block(Path page) {
        return new Page(page)
                .blocks().stream()
                        .filter(block -> block.info().equals("java"))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }

    private List<String> shownBy(String example) throws Exception {
        Path source = Files.writeString(folder.resolve("Example.java"), """
            import ag.api.*;
            import java.util.*;
            import javax.script.*;
            public class Example implements java.util.concurrent.Callable<List<String>> {
                public List<String> call() throws Exception {
                    List<String> shown = new ArrayList<>();
                    %s
                    return shown;
                }
            }
            """.formatted(
                        example.replaceAll("System.out.println\\((.*)\\);", "shown.add(String.valueOf($1));")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Callable<?> run = (Callable<?>)
                    loader.loadClass("Example").getDeclaredConstructor().newInstance();
            return ((List<?>) run.call()).stream().map(String::valueOf).toList();
        }
    }
}
