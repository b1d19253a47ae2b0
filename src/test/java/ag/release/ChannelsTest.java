package ag.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts for package managers have the form that their tools read. None of those tools is run here. */
final class ChannelsTest {
    private static final Path CHANNELS = Path.of("src", "main", "release", "channels");

    @ParameterizedTest
    @ValueSource(strings = {"scoop/ag.json", "jbang/jbang-catalog.json"})
    void jsonIsJson(String file) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text(file)));
        reader.setStrictness(Strictness.STRICT);
        assertThat(JsonParser.parseReader(reader).getAsJsonObject().size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jreleaser.yml", "github/release.yml"})
    @Tag("slow")
    void yamlIsYaml(String file) throws Exception {
        assumeThat(InstalledProgram.runs("python3", "-c", "import yaml")).isTrue();
        accepted("python3", "-c", "import sys, yaml; assert yaml.safe_load(open(sys.argv[1]))", path(file));
    }

    @Test
    @Tag("slow")
    void theFormulaIsRuby() throws Exception {
        assumeThat(InstalledProgram.runs("ruby", "--version")).isTrue();
        accepted("ruby", "-c", path("homebrew/ag.rb"));
    }

    @Test
    void theDockerfileHasInstructionsAlone() throws IOException {
        String joined = text("docker/Dockerfile").replace("\\\n", " ");
        assertThat(joined.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .allMatch(line -> line.matches("(FROM|ARG|RUN|ADD|USER|ENV|WORKDIR|ENTRYPOINT) \\S.*"))
                .first()
                .asString()
                .startsWith("FROM ");
    }

    @Test
    void everyPlaceToFillIsExplained() throws IOException {
        Set<String> used = new TreeSet<>();
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(CHANNELS)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = CHANNELS.relativize(file).toString().replace('\\', '/');
                if (!name.equals("README.md")) {
                    files.add(name);
                    used.addAll(marks("TO-FILL-(SHA256|[A-Z]+)", Files.readString(file)));
                }
            }
        }
        String readme = text("README.md");
        assertThat(marks("(?<=\\n\\| `)TO-FILL-(SHA256|[A-Z]+)", readme)).isEqualTo(used);
        assertThat(files).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    @Test
    void theWorkflowTakesTheJavaThatTheProjectNeeds() throws IOException {
        Set<String> needed = marks("(?<=<maven.compiler.release>)\\d+", Files.readString(Path.of("pom.xml")));
        assertThat(marks("(?<=java-version: ')\\d+", text("github/release.yml")))
                .isEqualTo(needed);
        assertThat(marks("(?<=\"java\": \")\\d+", text("jbang/jbang-catalog.json")))
                .isEqualTo(needed);
    }

    private static Set<String> marks(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static void accepted(String... command) throws Exception {
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private static String path(String file) {
        return CHANNELS.resolve(file).toString();
    }

    private static String text(String file) throws IOException {
        return Files.readString(CHANNELS.resolve(file));
    }
}
