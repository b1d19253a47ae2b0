package ag.result.print;

import ag.result.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of what was found out around a function. */
final class AroundJson {
    private AroundJson() {}

    static void solved(JsonWriter json, Result.Solved solved) {
        texts(json, "equations", solved.equations());
        json.writeStringField("method", solved.method());
        json.writeArrayFieldStart("solutions");
        for (List<Result.Root> solution : solved.solutions()) {
            json.writeStartObject();
            for (Result.Root root : solution) {
                json.writeFieldName(root.letter());
                json.writeStartObject();
                root(json, root);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "remarks", solved.remarks());
    }

    static void formulated(JsonWriter json, Result.Formulated formulated) {
        json.writeStringField("of", formulated.of());
        json.writeStringField("formula", formulated.formula());
        json.writeStringField("latex", formulated.latex());
        json.writeBooleanField("exact", formulated.exact());
    }

    static void turns(JsonWriter json, Result.Turns turns) {
        json.writeStringField("of", turns.of());
        json.writeArrayFieldStart("rows");
        for (Result.TurnRow row : turns.rows()) {
            json.writeStartObject();
            json.writeFieldName("place");
            json.writeStartObject();
            for (Result.Root root : row.place()) {
                json.writeFieldName(root.letter());
                json.writeStartObject();
                root(json, root);
                json.writeEndObject();
            }
            json.writeEndObject();
            number(json, "value", row.value().value());
            json.writeStringField("what", row.what());
            json.writeStringField("test", row.test());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "remarks", turns.remarks());
    }

    static void followed(JsonWriter json, Result.Followed followed) {
        json.writeStringField("letter", followed.letter());
        texts(json, "names", followed.names());
        json.writeNumberField("steps", followed.steps());
        json.writeArrayFieldStart("rows");
        for (int i = 0; i < followed.times().length; i++) {
            json.writeStartArray();
            json.writeNumber(followed.times()[i]);
            for (double number : followed.rows().get(i)) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        texts(json, "remarks", followed.remarks());
    }

    private static void root(JsonWriter json, Result.Root root) {
        if (!root.formula().isEmpty()) {
            json.writeStringField("formula", root.formula());
            json.writeStringField("latex", root.latex());
        }
        json.writeBooleanField("exact", root.exact());
        number(json, "value", root.value());
    }

    private static void number(JsonWriter json, String name, @Nullable Double value) {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            JsonPrinter.number(json, value);
        }
    }

    private static void texts(JsonWriter json, String name, List<String> texts) {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
