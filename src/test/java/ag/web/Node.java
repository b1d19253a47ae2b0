package ag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs of {@code ag} in Node, with the module that {@code mvn -Pweb package} builds. */
public final class Node {
    /** What the module calls a program in its messages. */
    public static final String NAME = "program";

    private static final Path MODULE = Path.of("target", "web", "ag.js");
    private static final Path SCRIPT = Path.of("src", "test", "web", "programs.mjs");

    private Node() {}

    /**
     * A program to run.
     *
     * @param mostNodes how many values it may hold; {@link Long#MAX_VALUE} for any number
     */
    public record Program(String source, long mostNodes) {}

    /** What the module says about each, as {@code --json} does. The test is skipped where the module is not built. */
    public static List<String> lines(List<Program> programs) throws Exception {
        assumeThat(MODULE).as("mvn -Pweb package builds it").exists();
        Process node = new ProcessBuilder("node", SCRIPT.toString(), MODULE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream input = node.getOutputStream()) {
            input.write(json(programs).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return texts(said);
    }

    private static String json(List<Program> programs) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (Program program : programs) {
                json.writeStartObject();
                json.writeStringField("source", program.source());
                if (program.mostNodes() != Long.MAX_VALUE) {
                    json.writeNumberField("maxNodes", program.mostNodes());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static List<String> texts(String array) throws Exception {
        List<String> texts = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(array)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
        }
        return texts;
    }
}
