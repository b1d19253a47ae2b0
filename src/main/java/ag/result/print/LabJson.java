package ag.result.print;

import ag.result.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of the results that let one try a derivative out. */
final class LabJson {
    private LabJson() {}

    static void nudged(JsonWriter json, Result.Nudged nudged) {
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

    static void compared(JsonWriter json, Result.Compared compared) {
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

    static void guessed(JsonWriter json, Result.Guessed guessed) {
        json.writeStringField("of", guessed.of());
        json.writeStringField("input", guessed.input());
        number(json, "guess", guessed.guess());
        json.writeBooleanField("right", guessed.right());
        mistakes(json, guessed.found());
        json.writeStringField("relation", guessed.relation());
        json.writeStringField("hint", guessed.hint());
    }

    static void marked(JsonWriter json, Result.Marked marked) {
        json.writeStringField("of", marked.asked());
        json.writeStringField("guess", marked.answer());
        json.writeBooleanField("right", marked.right());
        if (!marked.same().isEmpty()) {
            json.writeStringField("same", marked.same());
        }
        json.writeArrayFieldStart("mistakes");
        for (List<Result.Mistaken> together : marked.found()) {
            for (Result.Mistaken mistake : together) {
                json.writeStartObject();
                json.writeStringField("code", mistake.code());
                json.writeStringField("where", mistake.where());
                json.writeStringField("text", mistake.text());
                if (together.size() > 1) {
                    Result.Mistaken other = together.get(mistake.equals(together.getFirst()) ? 1 : 0);
                    json.writeStringField("with", other.code());
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeStringField("question", marked.question());
    }

    static void judged(JsonWriter json, Result.Judged judged) {
        json.writeStringField("asked", judged.asked());
        number(json, "answer", judged.answer());
        json.writeBooleanField("right", judged.right());
        mistakes(json, judged.found());
        json.writeStringField("relation", judged.relation());
        json.writeStringField("hint", judged.hint());
    }

    private static void mistakes(JsonWriter json, List<Result.Misconception> mistakes) {
        json.writeArrayFieldStart("mistakes");
        for (Result.Misconception mistake : mistakes) {
            json.writeStartObject();
            json.writeStringField("code", mistake.slip().code());
            json.writeStringField("where", mistake.where());
            json.writeStringField("text", mistake.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void stepped(JsonWriter json, Result.Stepped stepped) {
        place(json, stepped.of(), stepped.number(), stepped.count());
        switch (stepped.step()) {
            case Result.ForwardStep step -> {
                json.writeStringField("pass", "forward");
                json.writeStringField("name", step.name());
                json.writeStringField("expression", step.expression());
                number(json, "value", step.value());
            }
            case Result.BackwardStep step -> {
                json.writeStringField("pass", "backward");
                json.writeStringField("name", step.node());
                json.writeArrayFieldStart("contributions");
                for (Result.Contribution contribution : step.contributions()) {
                    json.writeStartObject();
                    json.writeStringField("from", contribution.user());
                    number(json, "grad", contribution.gradient());
                    number(json, "local", contribution.factor());
                    json.writeEndObject();
                }
                json.writeEndArray();
                number(json, "grad", step.gradient());
            }
        }
    }

    static void stated(JsonWriter json, Result.Stated stated) {
        json.writeStringField("name", stated.name());
        number(json, "value", stated.value());
    }

    static void question(JsonWriter json, Result.Question question) {
        place(json, question.of(), question.number(), question.count());
        switch (question.step()) {
            case Result.ForwardStep step -> {
                json.writeStringField("pass", "forward");
                json.writeStringField("name", step.name());
                json.writeStringField("expression", step.expression());
            }
            case Result.BackwardStep step -> {
                json.writeStringField("pass", "backward");
                json.writeStringField("name", step.node());
            }
        }
    }

    static void question(JsonWriter json, Result.FormulaQuestion question) {
        place(json, question.of(), question.number(), question.count());
        json.writeStringField("pass", "formula");
        json.writeStringField("name", question.asked());
    }

    static void score(JsonWriter json, Result.Score score) {
        json.writeStringField("of", score.of());
        json.writeNumberField("right", score.round().right());
        json.writeNumberField("hinted", score.round().hinted());
        json.writeNumberField("skipped", score.round().skipped());
        json.writeNumberField("done", score.round().done());
        json.writeNumberField("questions", score.questions());
    }

    private static void place(JsonWriter json, String of, int number, int count) {
        json.writeStringField("of", of);
        json.writeNumberField("number", number);
        json.writeNumberField("count", count);
    }

    private static void number(JsonWriter json, String name, @Nullable Double value) {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            JsonPrinter.number(json, value);
        }
    }
}
