package ag.lang.statements;

import ag.data.CleanedData;
import ag.data.CsvCleaning;
import ag.data.CsvCleaning.Categories;
import ag.data.CsvCleaning.Missing;
import ag.data.CsvColumn;
import ag.data.CsvOptions;
import ag.data.CsvOrigin;
import ag.host.Formats;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** {@code csv(…)}: a data set from a file. */
final class CsvFunction {
    private static final int SEPARATOR = 3;
    private static final int HEADER = 4;
    private static final int DECIMAL = 5;
    private static final int MISSING = 6;
    private static final int CATEGORIES = 7;

    private CsvFunction() {}

    static final Builtin ROW = Builtin.of(
            "csv",
            "file, inputs?, target?, separator?, header?, decimal?, missing?, categories?",
            "a data set from a CSV file; text targets become classes. missing is \"drop\", \"mean\", \"median\" or a"
                    + " number, categories \"one_hot\" or \"codes\"",
            "",
            CsvFunction::csv);

    private static Datum csv(Call call) {
        CsvOptions options = new CsvOptions(columns(call, 1), columns(call, 2), separator(call, SEPARATOR));
        Runnable pause = () -> call.workspace().checkStop(call.span());
        Formats formats = call.workspace().host().formats();
        boolean strict = !call.has(HEADER) && !call.has(DECIMAL) && !call.has(MISSING) && !call.has(CATEGORIES);
        if (strict && options.inputs().stream().noneMatch(CsvFunction::isRange)) {
            return new DataThing(
                    formats.readCsv(call.text(0), options, call.spanOf(0), pause),
                    Optional.of(new CsvOrigin(call.text(0), options)));
        }
        CleanedData cleaned = formats.readCsv(call.text(0), options, cleaning(call), call.spanOf(0), pause);
        if (!cleaned.report().isEmpty()) {
            call.workspace().note(cleaned.report(), call.span());
        }
        return new DataThing(cleaned.data());
    }

    private static boolean isRange(CsvColumn column) {
        return column instanceof CsvColumn.Named(String name) && name.contains("..");
    }

    private static CsvCleaning cleaning(Call call) {
        boolean header = true;
        if (call.has(HEADER)) {
            if (!(call.get(HEADER) instanceof Datum.Bool(boolean given))) {
                throw call.wrongType(HEADER, "true or false");
            }
            header = given;
        }
        char decimal = '.';
        if (call.has(DECIMAL)) {
            decimal = choice(call, DECIMAL, Map.of(".", '.', ",", ','));
            if (decimal == ',' && separator(call, SEPARATOR) == ',') {
                throw call.problem(
                        DECIMAL,
                        ErrorCode.BAD_ARGUMENT,
                        "a comma cannot stand between values and in numbers",
                        "write: separator = \";\"");
            }
        }
        OptionalDouble value = OptionalDouble.empty();
        Missing missing = Missing.REFUSE;
        if (call.has(MISSING) && Arithmetic.isNumber(call.get(MISSING))) {
            missing = Missing.VALUE;
            value = OptionalDouble.of(call.plain(MISSING, 0));
        } else if (call.has(MISSING)) {
            missing =
                    choice(call, MISSING, Map.of("drop", Missing.DROP, "mean", Missing.MEAN, "median", Missing.MEDIAN));
        }
        Categories categories = call.has(CATEGORIES)
                ? choice(call, CATEGORIES, Map.of("one_hot", Categories.ONE_HOT, "codes", Categories.CODES))
                : Categories.REFUSE;
        return new CsvCleaning(header, decimal, missing, value, categories);
    }

    private static <T> T choice(Call call, int parameter, Map<String, T> choices) {
        T chosen = choices.get(call.text(parameter));
        if (chosen == null) {
            String all = choices.keySet().stream()
                    .sorted()
                    .map(word -> "\"" + word + "\"")
                    .collect(Collectors.joining(" or "));
            throw call.problem(
                    parameter,
                    ErrorCode.BAD_ARGUMENT,
                    "this is none of the words that go here",
                    "write: " + all + (parameter == MISSING ? ", or a number" : ""));
        }
        return chosen;
    }

    static char separator(Call call, int parameter) {
        if (!call.has(parameter)) {
            return ',';
        }
        String text = call.text(parameter);
        if (text.length() != 1 || ",;|\t ".indexOf(text.charAt(0)) < 0) {
            throw call.problem(
                    parameter,
                    ErrorCode.BAD_ARGUMENT,
                    "a separator is \",\", \";\", \"|\", \"\\t\", or \" \" for any number of blanks",
                    "");
        }
        return text.charAt(0);
    }

    private static List<CsvColumn> columns(Call call, int parameter) {
        List<CsvColumn> columns = new ArrayList<>();
        if (!call.has(parameter)) {
            return columns;
        }
        List<Datum> items = switch (call.get(parameter)) {
            case Datum.Items list -> list.items();
            case Tensor numbers when !numbers.isMatrix() -> call.items(parameter);
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Opaque _ -> List.of(call.get(parameter));
        };
        for (Datum item : items) {
            columns.add(
                    switch (item) {
                        case Datum.Text text -> new CsvColumn.Named(text.text());
                        case Datum.Num num -> new CsvColumn.Numbered((int) num.value());
                        case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ ->
                            throw call.wrongType(parameter, "column names");
                    });
        }
        return columns;
    }
}
