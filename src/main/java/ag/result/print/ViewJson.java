package ag.result.print;

import ag.result.Plain;
import ag.result.Result;

/** The JSON of the results that show how a derivative comes about. */
final class ViewJson {
    private ViewJson() {}

    static void traced(JsonWriter json, Result.Traced traced) {
        json.writeStringField("of", traced.of());
        json.writeArrayFieldStart("rows");
        for (Result.TraceRow row : traced.rows()) {
            json.writeStartObject();
            json.writeStringField("name", row.name());
            json.writeStringField("expression", row.expression());
            plain(json, "value", row.value());
            plain(json, "grad", row.gradient());
            json.writeArrayFieldStart("local");
            for (Result.LocalSlope slope : row.slopes()) {
                json.writeStartObject();
                json.writeStringField("operand", slope.operand());
                number(json, "derivative", slope.slope());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("steps", row.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void explained(JsonWriter json, Result.Explained explained) {
        json.writeStringField("of", explained.of());
        json.writeStringField("input", explained.input());
        number(json, "total", explained.total());
        json.writeFieldName("path_count");
        json.writeNumber(explained.pathCount());
        json.writeArrayFieldStart("paths");
        for (Result.PathRow path : explained.paths()) {
            json.writeStartObject();
            json.writeArrayFieldStart("nodes");
            for (String node : path.nodes()) {
                json.writeString(node);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("factors");
            for (double factor : path.factors()) {
                JsonPrinter.number(json, factor);
            }
            json.writeEndArray();
            number(json, "product", path.product());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("path_multiplications");
        json.writeNumber(explained.pathMultiplications());
        json.writeNumberField("backward_multiplications", explained.backwardMultiplications());
    }

    static void derived(JsonWriter json, Result.Derived derived) {
        json.writeStringField("of", derived.of());
        json.writeStringField("input", derived.input());
        json.writeStringField("formula", derived.formula());
        json.writeStringField("latex", derived.latex());
        if (!derived.way().isEmpty()) {
            json.writeStringField("way", derived.way());
        }
        Double value = derived.value();
        json.writeFieldName("value");
        if (value == null) {
            json.writeNull();
        } else {
            JsonPrinter.number(json, value);
        }
        json.writeArrayFieldStart("steps");
        for (Result.DerivationStep step : derived.steps()) {
            json.writeStartObject();
            json.writeStringField("rule", step.rule());
            json.writeStringField("expression", step.expression());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void plain(JsonWriter json, String name, Plain value) {
        json.writeFieldName(name);
        JsonPrinter.plain(json, value);
    }

    private static void number(JsonWriter json, String name, double value) {
        json.writeFieldName(name);
        JsonPrinter.number(json, value);
    }
}
