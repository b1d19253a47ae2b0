package ag.print;

import ag.lang.result.Result;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON of the results that let one try a derivative out. */
final class LabJson {
    private LabJson() {}

    static void nudged(JsonGenerator json, Result.Nudged nudged) throws IOException {
        json.writeStringField("input", nudged.input());
        json.writeStringField("by", nudged.by());
        json.writeArrayFieldStart("rows");
        for (Result.NudgeRow row : nudged.rows()) {
            json.writeStartObject();
            json.writeStringField("formula", row.formula());
            number(json, "value", row.value());
            number(json, "predicted", row.predicted());
            number(json, "real", row.real());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void compared(JsonGenerator json, Result.Compared compared) throws IOException {
        json.writeStringField("of", compared.of());
        json.writeStringField("input", compared.input());
        json.writeNumberField("inputs", compared.inputs());
        json.writeArrayFieldStart("rows");
        for (Result.CompareRow row : compared.rows()) {
            json.writeStartObject();
            json.writeStringField("method", row.method());
            number(json, "derivative", row.derivative());
            json.writeNumberField("operations", row.operations());
            Long all = row.operationsForAll();
            if (all != null) {
                json.writeNumberField("operations_for_all", all);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void guessed(JsonGenerator json, Result.Guessed guessed) throws IOException {
        json.writeStringField("of", guessed.of());
        json.writeStringField("input", guessed.input());
        number(json, "guess", guessed.guess());
        json.writeBooleanField("right", guessed.right());
        json.writeArrayFieldStart("mistakes");
        for (Result.Misconception found : guessed.found()) {
            json.writeStartObject();
            json.writeStringField("kind", found.slip().name().toLowerCase(Locale.ROOT));
            json.writeStringField("text", found.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("relation", guessed.relation());
        json.writeStringField("hint", guessed.hint());
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            JsonPrinter.number(json, value);
        }
    }
}
