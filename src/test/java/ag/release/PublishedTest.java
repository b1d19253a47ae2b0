package ag.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The library as it is published: a POM with what <a href="https://central.sonatype.org/publish/requirements/">Maven Central</a> asks for, and its jars. */
final class PublishedTest {
    private static final Path REPOSITORY = Path.of("target", "repository", "io", "github", "ag-lang", "ag");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupId",
                "artifactId",
                "version",
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/url",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void thePomSaysWhatMavenCentralAsksFor(String element) throws Exception {
        Document pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        Object text = XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate("normalize-space(/project/" + element + ")", pom, XPathConstants.STRING);
        assertThat((String) text).isNotBlank();
    }

    @Test
    void theFolderHasJarSourcesJavadocAndPom() throws IOException {
        assumeThat(REPOSITORY).as("mvn -Prelease deploy makes it").isDirectory();
        try (Stream<Path> all = Files.walk(REPOSITORY)) {
            List<Path> files = all.toList();
            for (String ending : List.of("-sources.jar", "-javadoc.jar", "\\d\\.jar", "\\d\\.pom")) {
                assertThat(files).as(ending).anyMatch(file -> file.toString().matches(".*" + ending));
                assertThat(files).as(ending).anyMatch(file -> file.toString().matches(".*" + ending + "\\.sha1"));
            }
            Path jar = files.stream()
                    .filter(file -> file.toString().matches(".*\\d\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile opened = new JarFile(jar.toFile())) {
                assertThat(Objects.requireNonNull(opened.getManifest())
                                .getMainAttributes()
                                .getValue("Automatic-Module-Name"))
                        .isEqualTo("ag");
            }
        }
    }
}
