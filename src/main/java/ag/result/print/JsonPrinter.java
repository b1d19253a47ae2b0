package ag.result.print;

import ag.chart.ChartSummary;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.result.Plain;
import ag.result.Result;
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
        if (result instanceof Result.Defined || result instanceof Result.Progress) {
            return "";
        }
        JsonWriter json = new JsonWriter(unicode, between, () -> tooDeep(result.span()));
        json.writeStartObject();
        json.writeStringField("kind", kind(result));
        json.writeStringField("file", result.span().source().name());
        json.writeNumberField("line", result.span().line());
        body(json, result);
        json.writeEndObject();
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

    private static String kind(Result result) {
        return switch (result) {
            case Result.Value _ -> "value";
            case Result.DigitsSet _ -> "digits";
            case Result.Printed _ -> "print";
            case Result.Defined _ -> "definition";
            case Result.Gradient _ -> "grad";
            case Result.Checked _ -> "check";
            case Result.Traced _ -> "trace";
            case Result.Explained _ -> "explain";
            case Result.Derived _ -> "derive";
            case Result.Nudged _ -> "nudge";
            case Result.Compared _ -> "compare";
            case Result.Guessed _, Result.Marked _ -> "guess";
            case Result.Stepped _ -> "step";
            case Result.Stated _ -> "given";
            case Result.Question _, Result.FormulaQuestion _ -> "question";
            case Result.Judged _ -> "answer";
            case Result.Score _ -> "score";
            case Result.Progress _ -> "progress";
            case Result.Summary _ -> "summary";
            case Result.Trained _ -> "train";
            case Result.Minimized _ -> "minimize";
            case Result.Solved _ -> "solve";
            case Result.Formulated formulated -> formulated.kind();
            case Result.Followed _ -> "ode";
            case Result.Turns turns -> turns.kind();
            case Result.Fitted _ -> "fit";
            case Result.Graphed _, Result.NetworkGraphed _ -> "graph";
            case Result.Plotted _ -> "plot";
            case Result.FileWritten _ -> "file";
            case Result.Note _ -> "note";
            case Result.Failed _ -> "error";
            case Result.Tested _ -> "test";
        };
    }

    private static void body(JsonWriter json, Result result) {
        switch (result) {
            case Result.Value value -> {
                json.writeStringField("name", value.name());
                json.writeStringField("type", value.value().type());
                json.writeFieldName("value");
                plain(json, value.value());
            }
            case Result.DigitsSet set -> json.writeNumberField("digits", set.digits());
            case Result.Printed printed -> json.writeStringField("text", printed.text());
            case Result.Defined _, Result.Progress _ -> {}
            case Result.Summary summary -> {
                json.writeStringField("model", summary.model());
                json.writeArrayFieldStart("layers");
                for (List<String> row : summary.layers()) {
                    json.writeString(String.join(" ", row.subList(1, 3)));
                }
                json.writeEndArray();
                json.writeNumberField("parameters", summary.parameters());
            }
            case Result.Gradient gradient -> {
                json.writeStringField("of", gradient.of());
                json.writeFieldName("value");
                number(json, gradient.value());
                slopes(json, "grad", gradient.slopes());
            }
            case Result.Checked checked -> checked(json, checked);
            case Result.Traced traced -> ViewJson.traced(json, traced);
            case Result.Explained explained -> ViewJson.explained(json, explained);
            case Result.Derived derived -> ViewJson.derived(json, derived);
            case Result.Nudged nudged -> LabJson.nudged(json, nudged);
            case Result.Compared compared -> LabJson.compared(json, compared);
            case Result.Guessed guessed -> LabJson.guessed(json, guessed);
            case Result.Stepped stepped -> LabJson.stepped(json, stepped);
            case Result.Stated stated -> LabJson.stated(json, stated);
            case Result.Question question -> LabJson.question(json, question);
            case Result.FormulaQuestion question -> LabJson.question(json, question);
            case Result.Marked marked -> LabJson.marked(json, marked);
            case Result.Judged judged -> LabJson.judged(json, judged);
            case Result.Score score -> LabJson.score(json, score);
            case Result.Trained trained -> trained(json, trained);
            case Result.Formulated formulated -> AroundJson.formulated(json, formulated);
            case Result.Followed followed -> AroundJson.followed(json, followed);
            case Result.Turns turns -> AroundJson.turns(json, turns);
            case Result.Solved solved -> AroundJson.solved(json, solved);
            case Result.Minimized minimized -> {
                json.writeStringField("of", minimized.of());
                json.writeNumberField("steps", minimized.steps());
                json.writeFieldName("loss");
                numbers(json, minimized.losses(), 0, minimized.losses().length);
                slopes(json, "inputs", minimized.inputs());
                if (!minimized.held().isEmpty()) {
                    json.writeArrayFieldStart("conditions");
                    for (Result.Held held : minimized.held()) {
                        json.writeStartObject();
                        json.writeStringField("condition", held.condition());
                        json.writeFieldName("slack");
                        number(json, held.slack());
                        json.writeFieldName("multiplier");
                        number(json, held.multiplier());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
            }
            case Result.Fitted fitted -> FitJson.fitted(json, fitted);
            case Result.Graphed graphed -> GraphJson.graph(json, graphed);
            case Result.NetworkGraphed network -> GraphJson.network(json, network);
            case Result.Plotted plotted -> {
                json.writeStringField("title", plotted.chart().title());
                json.writeStringField("summary", ChartSummary.of(plotted.chart()));
            }
            case Result.FileWritten file -> {
                json.writeStringField("what", file.what());
                json.writeStringField("path", file.path());
            }
            case Result.Note note -> note(json, note);
            case Result.Failed failed -> diagnostic(json, failed.diagnostic());
            case Result.Tested tested -> {
                json.writeStringField("name", tested.name());
                json.writeBooleanField("passed", tested.passed());
                Diagnostic failure = tested.failure();
                if (failure != null) {
                    json.writeObjectFieldStart("failure");
                    json.writeNumberField("line", failure.span().line());
                    diagnostic(json, failure);
                    json.writeEndObject();
                }
            }
        }
    }

    private static void note(JsonWriter json, Result.Note note) {
        json.writeStringField("text", note.text());
        if (note.noDerivative().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("no_derivative");
        for (Result.NoDerivative place : note.noDerivative()) {
            json.writeStartObject();
            json.writeStringField("input", place.input());
            json.writeFieldName("at");
            number(json, place.at());
            json.writeFieldName("taken");
            number(json, place.taken());
            json.writeFieldName("left");
            slope(json, place.left());
            json.writeFieldName("right");
            slope(json, place.right());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void slope(JsonWriter json, @Nullable Double slope) {
        if (slope == null) {
            json.writeNull();
        } else {
            number(json, slope);
        }
    }

    private static void checked(JsonWriter json, Result.Checked checked) {
        json.writeStringField("of", checked.of());
        json.writeBooleanField("ok", checked.ok());
        json.writeArrayFieldStart("rows");
        for (Result.CheckRow row : checked.rows()) {
            json.writeStartObject();
            json.writeStringField("input", row.input());
            json.writeFieldName("autodiff");
            number(json, row.autodiff());
            json.writeFieldName("numeric");
            number(json, row.numeric());
            json.writeFieldName("relative_error");
            number(json, row.relativeError());
            json.writeStringField(
                    "verdict",
                    switch (row.verdict()) {
                        case AGREES -> "agrees";
                        case KINK -> "kink";
                        case JUMP -> "jump";
                        case EDGE -> "edge";
                        case UNCLEAR -> "unclear";
                        case DIFFERS -> "differs";
                    });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void trained(JsonWriter json, Result.Trained trained) {
        json.writeStringField("model", trained.model());
        json.writeNumberField("parameters", trained.parameters());
        json.writeNumberField("epochs", trained.epochs());
        json.writeFieldName("loss");
        numbers(json, trained.losses(), 0, trained.losses().length);
        json.writeFieldName("accuracy");
        Double accuracy = trained.accuracy();
        if (accuracy == null) {
            json.writeNull();
        } else {
            number(json, accuracy);
        }
        json.writeFieldName("seconds");
        number(json, trained.seconds());
    }

    private static void diagnostic(JsonWriter json, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        json.writeNumberField("column", span.column());
        json.writeNumberField("end_column", span.endColumn());
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("message", diagnostic.message());
        json.writeStringField("hint", diagnostic.hint());
    }

    private static void slopes(JsonWriter json, String name, List<Result.Slope> slopes) {
        json.writeObjectFieldStart(name);
        for (Result.Slope slope : slopes) {
            json.writeFieldName(slope.input());
            plain(json, slope.gradient());
        }
        json.writeEndObject();
    }

    static void plain(JsonWriter json, @Nullable Plain plain) {
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
    static void number(JsonWriter json, double x) {
        if (Double.isFinite(x)) {
            json.writeNumber(x);
        } else {
            json.writeString(Double.toString(x));
        }
    }
}
