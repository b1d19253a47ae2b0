package ag.help;

import ag.engine.Domain;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.help.Topic.Fact;
import ag.help.Topic.Kind;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.OperationFunction;
import ag.lang.values.Callable;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/** Topics that are read from the operation table and the library. */
final class FunctionTopics {
    private FunctionTopics() {}

    /** What there is to say about a function; nothing where it is none of the library's own. */
    static List<Topic> of(Callable function) {
        return switch (function) {
            case OperationFunction operation -> List.of(operation(operation));
            case Builtin builtin ->
                List.of(Topic.of(
                        builtin.name(), Kind.FUNCTION, builtin.signature(), builtin.help(), builtin.example()));
            default -> List.of();
        };
    }

    private static Topic operation(OperationFunction function) {
        Operation row = function.rows().getFirst();
        List<Fact> facts = new ArrayList<>();
        for (Operation each : function.rows()) {
            facts.addAll(facts(each, function.rows().size() > 1));
        }
        String curve = function.takesOneNumber()
                ? "plot " + function.name() + ", " + function.name() + "' for x in "
                        + Numerals.shortest(row.domain().low()) + ".."
                        + Numerals.shortest(row.domain().high())
                : "";
        return new Topic(
                function.name(), Kind.FUNCTION, function.signature(), row.help(), facts, example(function, row), curve);
    }

    /** An operator is called by its sign; {@code -} is both a difference and a change of sign. */
    static Topic operator(Operation row) {
        boolean prefix = row.kind() == Operation.Kind.PREFIX;
        String form = prefix ? row.symbol() + "x" : "a " + row.symbol() + " b";
        String example = prefix ? "let a = 3\ngrad -a" : "let a = 3, b = 2\ngrad a " + row.symbol() + " b";
        return new Topic(row.symbol(), Kind.OPERATOR, form, row.help(), facts(row, false), example, "");
    }

    private static List<Fact> facts(Operation row, boolean oneOfSeveral) {
        List<Fact> facts = new ArrayList<>();
        boolean vector = row.partials() instanceof Partials.Vector;
        String which = oneOfSeveral ? (vector ? " of a vector" : " of two") : "";
        if (!vector) {
            facts.add(new Fact("takes" + which, row.domain().words()));
        }
        List<String> sources = row.partials().textbook();
        String y = sources.stream().anyMatch(source -> source.matches(".*\\by\\b.*")) ? ", where y is the result" : "";
        switch (row.partials()) {
            case Partials.Leaf _ -> {}
            case Partials.Unary _ -> facts.add(new Fact("derivative", sources.getFirst() + y));
            case Partials.Binary _ -> {
                facts.add(new Fact("derivative in a", sources.get(0) + y));
                facts.add(new Fact("derivative in b", sources.get(1) + y));
            }
            case Partials.Vector _ ->
                facts.add(new Fact("derivative" + which, sources.getFirst() + " for each element x" + y));
        }
        if (!row.convention().isEmpty()) {
            facts.add(new Fact("convention" + which, row.convention()));
        }
        return facts;
    }

    private static String example(OperationFunction function, Operation row) {
        String name = function.name();
        String point = inside(row.domain());
        if (function.takesOneNumber()) {
            return name + "(" + point + ")\n" + name + "'(" + point + ")";
        }
        if (row.partials() instanceof Partials.Binary) {
            return name + "(" + point + ", 1)\ngradient(" + name + ", [" + point + ", 1])";
        }
        return row == Operation.DOT
                ? "dot([1, 2, 3], [4, 5, 6])"
                : name + "([1, 2, 3])\ngradient(" + name + ", [1, 2, 3])";
    }

    /** A short number that the function takes. */
    private static String inside(Domain domain) {
        return domain.low() <= 0.5 && 0.5 <= domain.high() ? "0.5" : "2";
    }
}
