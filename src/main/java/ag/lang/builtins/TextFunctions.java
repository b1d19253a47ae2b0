package ag.lang.builtins;

import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions of texts: what small language models need. */
final class TextFunctions {
    private TextFunctions() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of("lines", "file", "the lines of a text file, as a list", "", TextFunctions::lines),
            Builtin.of(
                    "chars",
                    "s",
                    "the letters of a text, as a list",
                    "chars(\"abc\")",
                    call -> new Datum.Items(Lists.items(new Datum.Text(call.text(0))))),
            Builtin.of(
                    "join",
                    "v, separator?",
                    "the texts of a list as one text, with a separator between them",
                    "join([\"a\", \"b\"], \"-\")",
                    TextFunctions::join),
            Builtin.of(
                    "to_number",
                    "s",
                    "the number that a text such as \"-2.5e3\" says; of a list of texts, a vector",
                    "to_number(\"2.5\")",
                    TextFunctions::toNumber));

    /** A decimal number with a point, as in a program, and a sign before it where it has one. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static Datum toNumber(Call call) {
        if (call.get(0) instanceof Datum.Items list && !list.items().isEmpty()) {
            List<Datum> numbers =
                    list.items().stream().map(item -> number(call, item)).toList();
            return Lists.of(call.workspace(), numbers);
        }
        return number(call, call.get(0));
    }

    private static Datum number(Call call, Datum datum) {
        if (!(datum instanceof Datum.Text(String text))) {
            throw call.wrongType(0, "a text");
        }
        String number = text.strip().replace('\u2212', '-');
        if (!NUMBER.matcher(number).matches()) {
            throw call.problem(
                    0,
                    ErrorCode.BAD_ARGUMENT,
                    "the text \"" + text + "\" says no number",
                    "a number is written like -2.5 or 1e-3");
        }
        return new Datum.Num(Double.parseDouble(number));
    }

    private static Datum lines(Call call) {
        String text = call.workspace().read(call.text(0), call.spanOf(0));
        return new Datum.Items(
                text.lines().map(line -> (Datum) new Datum.Text(line)).toList());
    }

    private static Datum join(Call call) {
        String separator = call.has(1) ? call.text(1) : "";
        List<Datum> items = call.items(0);
        if (!items.stream().allMatch(Datum.Text.class::isInstance)) {
            throw call.problem(
                    0,
                    ErrorCode.WRONG_TYPE,
                    "join needs a list of texts",
                    "turn numbers into texts first: [\"{x}\" for x in v]");
        }
        return new Datum.Text(
                items.stream().map(item -> ((Datum.Text) item).text()).collect(Collectors.joining(separator)));
    }
}
