package ag.result.print;

import ag.document.Data;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.present.Presentation;
import ag.result.Plain;
import ag.result.Result;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each result as one line of JSON, in the form that the language reference gives. */
public final class JsonPrinter {
    private final boolean unicode;

    /** @param unicode whether more than ASCII may be written as it is; if not, it is escaped, which means the same */
    public JsonPrinter(boolean unicode) {
        this.unicode = unicode;
    }

    /** The line of a result, without its end; empty for what only the REPL shows. */
    public String line(Result result) {
        return line(result, () -> {});
    }

    /**
     * The line of a result, as long as it may take.
     *
     * @param between run now and then, and ends the writing by throwing: a list may stand in others many times over, and is written as
     *     often
     */
    public String line(Result result, Runnable between) {
        Presentation presentation = Presentation.of(result);
        if (presentation.kind().isEmpty()) {
            return "";
        }
        JsonWriter json = new JsonWriter(unicode, between, () -> tooDeep(result.span()));
        data(
                json,
                Data.Fields.NONE
                        .text("kind", presentation.kind())
                        .text("file", result.span().source().name())
                        .whole("line", result.span().line())
                        .followedBy(presentation.data()));
        // Outside of texts JSON is ASCII, and in them a code means the character it stands for.
        return Visible.of(json.toString());
    }

    private static AgException tooDeep(Span span) {
        return new AgException(
                ErrorCode.TOO_DEEP,
                "lists are nested more than " + JsonWriter.DEEPEST + " deep here, and readers of JSON go no deeper",
                span,
                "show a part of it, such as v[0]");
    }

    private static void data(JsonWriter json, Data data) {
        switch (data) {
            case Data.Value(Plain value) -> plain(json, value);
            case Data.Whole(BigDecimal number) -> json.writeNumber(number);
            case Data.Items(List<Data> items) -> {
                json.writeStartArray();
                items.forEach(item -> data(json, item));
                json.writeEndArray();
            }
            case Data.Fields(List<Data.Field> fields) -> {
                json.writeStartObject();
                for (Data.Field field : fields) {
                    json.writeFieldName(field.name());
                    data(json, field.value());
                }
                json.writeEndObject();
            }
        }
    }

    private static void plain(JsonWriter json, @Nullable Plain plain) {
        switch (plain) {
            case Plain.Real real -> number(json, real.value());
            case Plain.Vector vector -> numbers(json, vector.values(), 0, vector.values().length);
            case Plain.Matrix matrix -> {
                json.writeStartArray();
                for (int i = 0; i < matrix.rows(); i++) {
                    numbers(json, matrix.values(), i * matrix.columns(), matrix.columns());
                }
                json.writeEndArray();
            }
            case Plain.Truth truth -> json.writeBoolean(truth.value());
            case Plain.Text text -> json.writeString(text.text());
            case Plain.Items items -> {
                json.writeStartArray();
                for (Plain item : items.items()) {
                    plain(json, item);
                }
                json.writeEndArray();
            }
            case Plain.Described described -> json.writeString(described.text());
            case Plain.NotComputed _ -> json.writeNull();
            case null -> json.writeNull();
        }
    }

    private static void numbers(JsonWriter json, double[] values, int from, int length) {
        json.writeStartArray();
        for (int i = from; i < from + length; i++) {
            number(json, values[i]);
        }
        json.writeEndArray();
    }

    /** What JSON cannot hold is written as a string. */
    private static void number(JsonWriter json, double x) {
        if (Double.isFinite(x)) {
            json.writeNumber(x);
        } else {
            json.writeString(Double.toString(x));
        }
    }
}
