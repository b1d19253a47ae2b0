package ag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build for browsers makes: the npm package, packed, installed and used, and the engine of pages. */
@Tag("web")
final class PackageTest {
    private static final Path PACKAGE = Path.of("target", "web", "npm").toAbsolutePath();

    @TempDir
    private Path folder;

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(command).toString()).isZero();
        return output.strip();
    }

    @Test
    void theEngineOfPagesIsWhatTheEngineBecomes() throws Exception {
        Path made = Path.of("target", "web-engine", "engine.js");
        assumeThat(made).as("mvn -Pweb package builds it").exists();

        assertThat(Files.readString(Path.of("src/main/resources/ag/files/page/engine.js")))
                .as("copy " + made + " there")
                .isEqualTo(Files.readString(made));
    }

    /** As docs/browser.md has it, with a little room: whatever makes it larger is to be seen. */
    @Test
    void theModuleIsNoLarger() throws Exception {
        Path module = Path.of("target", "web", "ag.js");
        assumeThat(module).as("mvn -Pweb package builds it").exists();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Files.readAllBytes(module));
        }
        assertThat(compressed.size()).isLessThan(950_000);
    }

    @Test
    void itIsInstalledAndUsed() throws Exception {
        assumeThat(PACKAGE).as("mvn -Pweb package builds it").exists();
        String archive = run("npm", "pack", "--silent", PACKAGE.toString());
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\", \"private\": true}");
        run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", "./" + archive);
        Files.writeString(folder.resolve("use.js"), """
            import { check, layout, pieces, run, session } from "ag-lang";

            const one = session({ maxNodes: 1000, files: { "d.csv": "x,y\\n1,2\\n2,4\\n3,6\\n" } });
            one.run("let a = 3");
            console.log(JSON.stringify(run("let a = 2; L = a*a; grad L")));
            console.log(one.run("a^3")[0].value, one.show("plot a^2 for a in 0..1")[0].svg.slice(0, 4));
            console.log(pieces("let x = pi").map(({ kind, start, end }) => kind + start + "-" + end).join(" "));
            console.log(one.run('data d = csv("d.csv")')[0] ?? "read", check("3*raet")[0].code, layout("x=1"));
            """);
        // d/da a² at 2 is 4; 3³ is 27.
        assertThat(run("node", "use.js")).isEqualTo("""
            [{"kind":"grad","file":"program","line":1,"of":"L","value":4,"grad":{"a":4}}]
            27 <svg
            keyword0-3 variable4-5 operator6-7 constant8-10
            read unknown-name x = 1\
            """);
    }
}
