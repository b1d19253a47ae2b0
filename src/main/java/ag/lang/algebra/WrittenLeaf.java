package ag.lang.algebra;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What names stand for in a formula by themselves: numbers of the language, and letters such as {@code v[0]} and {@code net.bias}. */
public final class WrittenLeaf {
    private static final Map<String, Term> CONSTANTS = Map.of(
            "pi",
            Term.pi(),
            "π",
            Term.pi(),
            "e",
            Term.e(),
            "inf",
            new Term.Constant(Term.Named.INFINITY),
            "∞",
            new Term.Constant(Term.Named.INFINITY),
            "nan",
            new Term.Constant(Term.Named.UNDEFINED));

    private WrittenLeaf() {}

    /** The number that a name stands for in the language itself. */
    public static Optional<Term> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    /** {@code v[0]}, {@code W[1, 2]} or {@code net.bias} as a letter. */
    public static Optional<Term> element(Expr expression) {
        if (expression instanceof Expr.Index(Expr target, List<Expr> indices, Span _)
                && indices.stream().allMatch(index -> index instanceof Expr.NumberLiteral)) {
            String numbers = indices.stream()
                    .map(index -> Long.toString((long) ((Expr.NumberLiteral) index).value()))
                    .collect(Collectors.joining(", ", "[", "]"));
            return name(target).map(of -> Term.letter(of + numbers));
        }
        return expression instanceof Expr.Member ? name(expression).map(Term::letter) : Optional.empty();
    }

    private static Optional<String> name(Expr expression) {
        if (expression instanceof Expr.Member(Expr target, String member, Span _, Span _)) {
            return name(target).map(of -> of + "." + member);
        }
        return expression instanceof Expr.Name name ? Optional.of(name.name()) : Optional.empty();
    }
}
