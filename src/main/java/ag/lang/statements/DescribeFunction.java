package ag.lang.statements;

import ag.data.ColumnSummary;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.List;

/** {@code describe(d)}: a table of the columns of a data set, or of a file that is not read yet. */
final class DescribeFunction {
    private DescribeFunction() {}

    static final Builtin ROW = Builtin.of(
            "describe",
            "d, separator?",
            "a table of the columns of a data set, or of a CSV file by its name: kind, missing values, range, classes",
            "describe(make_moons(seed = 1))",
            DescribeFunction::describe);

    private static Datum describe(Call call) {
        List<ColumnSummary> columns;
        if (call.get(0) instanceof DataThing thing) {
            columns = ColumnSummary.of(thing.data());
        } else if (call.get(0) instanceof Datum.Text(String path)) {
            columns = call.workspace()
                    .host()
                    .formats()
                    .describeCsv(
                            path,
                            CsvFunction.separator(call, 1),
                            call.spanOf(0),
                            () -> call.workspace().checkStop(call.span()));
        } else {
            throw call.wrongType(0, "a data set, or the name of a CSV file,");
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"column", "kind", "missing", "values"});
        for (ColumnSummary column : columns) {
            rows.add(new String[] {column.name(), column.kind(), Integer.toString(column.missing()), column.values()});
        }
        return new Datum.Text(table(rows));
    }

    private static String table(List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                int at = column;
                int width =
                        rows.stream().mapToInt(each -> length(each[at])).max().orElse(0);
                line.append(row[column]).repeat(" ", width - length(row[column]) + 2);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
