package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code graph … to "file"}: what is in the files. */
final class GraphFileTest {
    private static final String PRODUCT = "let a = 2, b = 3, c = 4, d = 5; L = ((a*b)+c)*(a+d)\n";
    private static final String NET = "mlp net { input 2; layer 40 tanh; layer 1; seed 1 }\n";

    @TempDir
    private Path folder;

    private Optional<Result.Failed> run(String program) {
        List<Result> results = new ArrayList<>();
        Host files = ThisMachine.host((path, _) -> folder.resolve(path));
        new Session(results::add, files, Interruption.none()).run(new SourceText("test", program));
        return results.stream()
                .filter(Result.Failed.class::isInstance)
                .map(Result.Failed.class::cast)
                .findFirst();
    }

    private byte[] written(String program, String file) throws IOException {
        assertThat(run(program + " to \"" + file + "\"")).isEmpty();
        return java.nio.file.Files.readAllBytes(folder.resolve(file));
    }

    private Document svg(String program) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(program, "g.svg")));
    }

    private static List<Element> groups(Document svg) {
        NodeList all = svg.getElementsByTagName("g");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static List<String> titles(Document svg, String id) {
        return groups(svg).stream()
                .filter(group -> group.getAttribute("id").startsWith(id))
                .map(group -> group.getElementsByTagName("title").item(0).getTextContent())
                .toList();
    }

    @Test
    void thePictureHasABoxForEachValueAndACircleForEachOperation() throws Exception {
        Document svg = svg(PRODUCT + "graph L");

        assertThat(titles(svg, "value-"))
                .containsExactlyInAnyOrder(
                        "a, input, value 2, gradient 31",
                        "b, input, value 3, gradient 14",
                        "c, input, value 4, gradient 7",
                        "d, input, value 5, gradient 10",
                        "a·b, value 6, gradient 7",
                        "a·b + c, value 10, gradient 7",
                        "a + d, value 7, gradient 10",
                        "L, (a·b + c)·(a + d), value 70, gradient 1");
        assertThat(titles(svg, "operation-"))
                .containsExactlyInAnyOrder("a·b", "a·b + c", "a + d", "L = (a·b + c)·(a + d)");
    }

    @Test
    void aConstantHasNoGradient() throws Exception {
        assertThat(titles(svg("let a = 2; graph 3a"), "constant-")).containsExactly("constant 3");
    }

    @Test
    void aLargeGraphSaysHowMuchIsFolded() throws Exception {
        assertThat(svg(NET + "graph net([0.5, 1])").getDocumentElement().getTextContent())
                .contains("… 277 nodes folded", "40 nodes", "161 inputs");
    }

    @Test
    void aNetworkIsDrawnAsLayersOfNeurons() throws Exception {
        Document svg = svg(NET + "graph net");

        assertThat(titles(svg, "neuron-0-")).containsExactly("input[0]", "input[1]");
        assertThat(titles(svg, "neuron-1-")).hasSize(16);
        assertThat(titles(svg, "neuron-2-")).hasSize(1);
        assertThat(svg.getDocumentElement().getTextContent()).contains("… 24 more", "24 neurons folded");
    }

    @Test
    void thePngIsAnImage() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(written(PRODUCT + "graph L", "g.png")));

        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    }

    @Test
    void theDotFileNamesNodesAndEdges() throws Exception {
        assertThat(new String(written("let a = 3; L = a*a; graph L", "g.dot"), StandardCharsets.UTF_8))
                .isEqualTo("""
                    digraph "Graph of L" {
                      rankdir=LR;
                      node [fontname="sans-serif", fontsize=12];
                      "value-0" [label="a\\nvalue 3\\ngradient 6", tooltip="a, input, value 3, gradient 6", \
                    shape=box, style="rounded,filled", fillcolor="#d9eaf5"];
                      "value-1" [label="L\\nvalue 9\\ngradient 1", tooltip="L, a·a, value 9, gradient 1", shape=box];
                      "operation-1" [label="*", tooltip="L = a·a", shape=ellipse, style=filled, fillcolor="#fbe3c8"];
                      "operation-1" -> "value-1";
                      "value-0" -> "operation-1";
                      "value-0" -> "operation-1";
                    }
                    """);
    }

    @Test
    void thePageIsOneFileThatAsksForNoOther() throws Exception {
        String page = new String(written(PRODUCT + "graph L", "g.html"), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<th scope=\"row\">a·b + c</th><td>a·b + c</td><td>10</td><td>7</td>")
                .contains("default-src 'none'")
                .doesNotContain("src=", "href=", "@import", "{{");
    }

    @Test
    void anotherKindOfFileIsRefusedAndNothingIsWritten() {
        assertThat(run(PRODUCT + "graph L to \"g.pdf\""))
                .hasValueSatisfying(
                        failed -> assertThat(failed.diagnostic().code()).isEqualTo("bad-file"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void graphsOfAMillionNodesAreDrawnFolded() throws Exception {
        String page = new String(
                written("let a = 2, b = 0.5; q = a; for i in 0..<500000 { q = sin(q)*b }; graph q", "g.html"),
                StandardCharsets.UTF_8);

        assertThat(page).contains("… 999999 nodes folded");
        assertThat(page.length()).isLessThan(50_000);
    }
}
