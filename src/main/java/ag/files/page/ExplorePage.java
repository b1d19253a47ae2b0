package ag.files.page;

import ag.chart.drawing.SvgWriter;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.explain.Exploration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A page on which the inputs of a value can be moved, and everything that depends on them follows. */
public record ExplorePage(Exploration exploration) {

    /** The whole document. */
    public String html() {
        return Template.fill(
                "explore.html",
                Map.of(
                        "of", Template.escape(exploration.of()),
                        "remark", Template.escape(exploration.remark()),
                        "formulas", exploration.formulas(),
                        "picture", SvgWriter.write(exploration.picture()),
                        "data", data()));
    }

    /** As a script's data, in which no {@code <} may stand: it might end the script. */
    private String data() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("of", exploration.of());
            json.writeNumberField("digits", exploration.digits());
            json.writeArrayFieldStart("nodes");
            for (Exploration.Node node : exploration.nodes()) {
                write(json, node);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("supposed");
            write(json, exploration.supposed());
            json.writeEndArray();
            json.writeArrayFieldStart("shown");
            for (Exploration.Shown shown : exploration.shown()) {
                json.writeStartObject();
                json.writeStringField("name", shown.name());
                json.writeStringField("expression", shown.expression());
                json.writeFieldName("nodes");
                json.writeArray(shown.nodes(), 0, shown.nodes().length);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().replace("<", "\\u003c");
    }

    private static void write(JsonGenerator json, Map<Operation, Rule> supposed) throws IOException {
        for (Map.Entry<Operation, Rule> one : supposed.entrySet()) {
            json.writeStartObject();
            json.writeStringField("op", one.getKey().name());
            json.writeStringField("rule", one.getValue().source());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Exploration.Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("op", node.operation().name());
        json.writeStringField("name", node.name());
        if (node.operands().length > 0) {
            json.writeFieldName("operands");
            json.writeArray(node.operands(), 0, node.operands().length);
        } else if (Double.isFinite(node.value())) {
            json.writeNumberField("value", node.value());
        } else {
            json.writeStringField("value", Double.toString(node.value()));
        }
        json.writeEndObject();
    }
}
