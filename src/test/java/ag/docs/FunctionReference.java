package ag.docs;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Library;
import ag.lang.builtins.OperationFunction;
import ag.lang.values.Callable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of operators and functions of the language reference, printed from the operation table and the library. */
final class FunctionReference {
    private final Library library;
    private final Path scratch;

    FunctionReference(Library library, Path scratch) {
        this.library = library;
        this.scratch = scratch;
    }

    /** The operators: {@code +}, {@code ^} and their kin. */
    List<String> operators() {
        List<String> table = operationTable("Operator");
        Arrays.stream(Operation.values())
                .filter(row -> row.kind() == Operation.Kind.INFIX || row.kind() == Operation.Kind.PREFIX)
                .map(row -> operation(sign(row), row))
                .forEach(table::add);
        return table;
    }

    /** The functions that are rows of the operation table. */
    List<String> operations() {
        List<String> table = operationTable("Function");
        operationFunctions()
                .flatMap(function -> function.rows().stream().map(row -> operation(signature(function, row), row)))
                .forEach(table::add);
        return table;
    }

    /** The functions that are made of operations, or compute no number. */
    List<String> builtins() {
        List<String> table = new ArrayList<>(List.of("| Function | What it gives | Example |", "| --- | --- | --- |"));
        for (Callable function : library.functions()) {
            if (function instanceof Builtin builtin) {
                table.add(line(code(builtin.signature()), builtin.help(), example(builtin)));
            }
        }
        return table;
    }

    /** A call with what it gives, found by running it. */
    private String example(Builtin builtin) {
        if (builtin.example().isEmpty()) {
            return "";
        }
        PrintedSession session = new PrintedSession(scratch);
        session.run(builtin.name(), builtin.example());
        return code(builtin.example()) + "<br>" + code(String.join("", session.text()));
    }

    /** A name such as {@code ln}, which stands for a row of another name, has no line of its own. */
    private Stream<OperationFunction> operationFunctions() {
        return library.functions().stream()
                .filter(OperationFunction.class::isInstance)
                .map(OperationFunction.class::cast)
                .filter(function ->
                        function.name().equals(function.rows().getFirst().symbol()));
    }

    private static List<String> operationTable(String first) {
        return new ArrayList<>(List.of(
                "| " + first + " | What it is | Takes | Derivative | Kinks, ties and poles |",
                "| --- | --- | --- | --- | --- |"));
    }

    private static String operation(String form, Operation row) {
        return line(code(form), row.help(), row.domain().words(), derivative(row), row.convention());
    }

    private static String sign(Operation row) {
        return row.kind() == Operation.Kind.PREFIX ? row.symbol() + "x" : "a " + row.symbol() + " b";
    }

    private static String signature(OperationFunction function, Operation row) {
        if (function.rows().size() == 1) {
            return function.signature();
        }
        return row.symbol() + (row.kind() == Operation.Kind.REDUCTION ? "(v)" : "(a, b)");
    }

    private static String derivative(Operation row) {
        List<String> sources = row.partials().textbook();
        return switch (row.partials()) {
            case Partials.Leaf _ -> "";
            case Partials.Unary _ -> code(sources.getFirst());
            case Partials.Binary _ -> "a: " + code(sources.get(0)) + "<br>b: " + code(sources.get(1));
            case Partials.Vector _ -> "each x: " + code(sources.getFirst());
        };
    }

    private static String code(String source) {
        return source.isEmpty() ? "" : "`" + source + "`";
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells).replaceAll("\\s+\\|", " |").replaceAll("\\s+$", "") + " |";
    }
}
