package ag.lang.algebra;

import ag.engine.Operation;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Calls of the language's own functions as formulas: rows of the table of operations, and what is short to say with them. */
record BuiltInFormula(Function<Expr, Term> reader) {
    Term of(String name, List<Expr> arguments) {
        String row = name.equals("ln") ? "log" : name;
        if (arguments.size() == 1 && arguments.getFirst() instanceof Expr.Vector(List<Expr> elements, Span _)) {
            return Operation.function(row, -1)
                    .<Term>map(operation -> new Term.Apply(operation, terms(elements)))
                    .or(() -> ofElements(name, terms(elements)))
                    .orElseThrow(NoFormula::new);
        }
        Optional<Operation> known = Operation.function(row, arguments.size());
        if (known.isEmpty()) {
            return several(name, arguments).orElseThrow(NoFormula::new);
        }
        Operation operation = known.get();
        if (operation.kind() == Operation.Kind.REDUCTION) {
            throw new NoFormula();
        }
        List<Term> operands = arguments.stream().map(reader).toList();
        return operation == Operation.EXP
                ? Term.power(Term.e(), operands.getFirst())
                : new Term.Apply(operation, operands);
    }

    private List<Term> terms(List<Expr> expressions) {
        return expressions.stream().map(reader).toList();
    }

    /** Functions of a vector that are no row of the table but a short formula of its elements. */
    private static Optional<Term> ofElements(String name, List<Term> elements) {
        return elements.isEmpty()
                ? Optional.empty()
                : switch (name) {
                    case "mean" -> Optional.of(Term.quotient(Term.sum(elements), Term.number(elements.size())));
                    case "prod" -> Optional.of(Term.product(elements));
                    default -> Optional.empty();
                };
    }

    /** The same for functions of several vectors or numbers. */
    private Optional<Term> several(String name, List<Expr> arguments) {
        if (name.equals("dot")
                && arguments.size() == 2
                && arguments.get(0) instanceof Expr.Vector(List<Expr> left, Span _)
                && arguments.get(1) instanceof Expr.Vector(List<Expr> right, Span _)
                && left.size() == right.size()) {
            return Optional.of(Term.sum(IntStream.range(0, left.size())
                    .mapToObj(i -> Term.product(reader.apply(left.get(i)), reader.apply(right.get(i))))
                    .toList()));
        }
        return switch (name) {
            case "max", "min" ->
                Operation.function(name, -1).map(operation -> new Term.Apply(operation, terms(arguments)));
            case "clamp" ->
                Optional.of(arguments)
                        .filter(three -> three.size() == 3)
                        .map(this::terms)
                        .map(three -> Term.apply(
                                Operation.CLAMP_MAX,
                                Term.apply(Operation.CLAMP_MIN, three.get(0), three.get(1)),
                                three.get(2)));
            default -> Optional.empty();
        };
    }
}
