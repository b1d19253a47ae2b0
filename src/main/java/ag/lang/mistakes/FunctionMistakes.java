package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.TermForms.actions;

import ag.engine.Operation;
import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Mistakes with the derivatives of single functions. */
final class FunctionMistakes {
    private static final Set<Operation> ANGLES =
            Set.of(Operation.SIN, Operation.COS, Operation.TAN, Operation.SEC, Operation.CSC, Operation.COT);
    private static final Set<Operation> LOGARITHMS = Set.of(Operation.LOG, Operation.LOG2, Operation.LOG10);

    /** What undoes what. */
    private static final Map<Operation, Operation> INVERSES = Map.of(
            Operation.ASIN, Operation.SIN,
            Operation.ACOS, Operation.COS,
            Operation.ATAN, Operation.TAN,
            Operation.ASINH, Operation.SINH,
            Operation.ACOSH, Operation.COSH,
            Operation.ATANH, Operation.TANH);

    private static final List<Operation> ARCUS = List.of(Operation.ASIN, Operation.ACOS, Operation.ATAN);
    private static final Term.Letter HOLE = Term.letter("\0u");

    private FunctionMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "sine-minus",
                        "sin gets a minus as it is derived",
                        of(Set.of(Operation.SIN), u -> List.of(Term.negative(Term.apply(Operation.COS, u))))),
                rule(
                        "cosine-no-minus",
                        "cos loses its minus as it is derived",
                        of(Set.of(Operation.COS), u -> List.of(Term.apply(Operation.SIN, u)))),
                rule(
                        "tangent-wrong",
                        "tan is derived with a minus, or as another function",
                        of(Set.of(Operation.TAN, Operation.COT), FunctionMistakes::tangents)),
                rule(
                        "log-reciprocal-of-log",
                        "the logarithm of u is taken to have 1 over this logarithm as its derivative",
                        (part, by) -> part instanceof Term.Apply(Operation log, List<Term> operands)
                                        && LOGARITHMS.contains(log)
                                ? actions(
                                        d -> Term.quotient(d.apply(operands.getFirst()), part),
                                        d -> Term.quotient(Term.ONE, part))
                                : List.of()),
                rule(
                        "log-chain-kept",
                        "the logarithm keeps a factor that cancels, or loses the derivative of the inner function",
                        FunctionMistakes::logChain),
                rule(
                        "log-base-lost",
                        "the logarithm to another base is derived without the logarithm of its base",
                        FunctionMistakes::logBase),
                rule(
                        "inverse-as-reciprocal",
                        "the inverse function is taken for 1 over the function",
                        FunctionMistakes::reciprocals),
                rule(
                        "arcus-swapped",
                        "the derivatives of arcsin, arccos and arctan are exchanged",
                        FunctionMistakes::exchanged),
                rule(
                        "abs-as-one",
                        "the derivative of |u| is taken as that of u",
                        (part, by) ->
                                part instanceof Term.Apply(Operation abs, List<Term> operands) && abs == Operation.ABS
                                        ? actions(d -> d.apply(operands.getFirst()), d -> Term.ONE)
                                        : List.of()),
                rule(
                        "degrees-for-radians",
                        "degrees are taken for radians",
                        (part, by) ->
                                part instanceof Term.Apply(Operation angle, List<Term> _) && ANGLES.contains(angle)
                                        ? degrees(TermForms.Chain.any(part, by).orElseThrow())
                                        : List.of()));
    }

    /** Wrong derivatives of functions of u, which are multiplied with u'. */
    private static Mistake.Rule of(Set<Operation> operations, Function<Term, List<Term>> wrong) {
        return (part, by) ->
                part instanceof Term.Apply(Operation operation, List<Term> operands) && operations.contains(operation)
                        ? slopes(operands.getFirst(), wrong.apply(operands.getFirst()))
                        : List.of();
    }

    private static List<DerivativeRule.Action> slopes(Term u, List<Term> wrong) {
        return wrong.stream()
                .map(slope -> TermForms.action(d -> Term.product(slope, d.apply(u))))
                .toList();
    }

    private static List<Term> tangents(Term u) {
        List<Term> functions = new ArrayList<>();
        for (Operation one : List.of(Operation.COS, Operation.SIN)) {
            Term square = Term.power(Term.apply(one, u), 2);
            functions.add(Term.quotient(Term.ONE, square));
            functions.add(Term.quotient(Term.ONE, Term.apply(one, u)));
        }
        functions.add(Term.quotient(Term.apply(Operation.COS, u), Term.apply(Operation.SIN, u)));
        functions.add(Term.apply(Operation.TAN, u));
        functions.add(Term.quotient(Term.apply(Operation.SIN, u), Term.power(Term.apply(Operation.COS, u), 2)));
        functions.add(Term.power(Term.apply(Operation.COS, u), 2));
        functions.add(Term.power(Term.apply(Operation.TAN, u), 2));
        functions.add(Term.minus(Term.ONE, Term.power(Term.apply(Operation.TAN, u), 2)));
        functions.add(Term.quotient(Term.ONE, Term.sum(Term.ONE, Term.power(u, 2))));
        List<Term> all = new ArrayList<>();
        for (Term function : functions) {
            all.add(function);
            all.add(Term.negative(function));
        }
        return all;
    }

    private static List<DerivativeRule.Action> logChain(Term part, Term.Letter by) {
        if (!(part instanceof Term.Apply(Operation log, List<Term> operands))
                || !LOGARITHMS.contains(log)
                || operands.getFirst().equals(by)
                || !Letters.contains(part, by)) {
            return List.of();
        }
        Term u = operands.getFirst();
        TermForms.Chain chain = TermForms.Chain.any(part, by).orElseThrow();
        return actions(
                d -> Term.product(chain.slope().apply(by), d.apply(u)),
                d -> chain.slope().apply(u));
    }

    private static List<DerivativeRule.Action> logBase(Term part, Term.Letter by) {
        if (part instanceof Term.Quotient(Term.Apply above, Term below)
                && above.operation() == Operation.LOG
                && below instanceof Term.Apply(Operation base, List<Term> _)
                && base == Operation.LOG
                && !Letters.contains(below, by)) {
            return actions(d -> d.apply(above), d -> Term.product(below, d.apply(above)));
        }
        if (!(part instanceof Term.Apply(Operation log, List<Term> operands))
                || !LOGARITHMS.contains(log)
                || log == Operation.LOG) {
            return List.of();
        }
        Term u = operands.getFirst();
        Term base = Term.apply(Operation.LOG, Term.number(log == Operation.LOG2 ? 2 : 10));
        return actions(d -> Term.quotient(d.apply(u), u), d -> Term.quotient(Term.product(base, d.apply(u)), u));
    }

    private static List<DerivativeRule.Action> reciprocals(Term part, Term.Letter by) {
        if (!(part instanceof Term.Apply(Operation inverse, List<Term> operands)) || !INVERSES.containsKey(inverse)) {
            return List.of();
        }
        Term u = operands.getFirst();
        Term of = Term.apply(INVERSES.get(inverse), HOLE);
        Term slope = Differentiator.derivative(Term.quotient(Term.ONE, of), HOLE);
        Term reciprocal = Term.quotient(Term.ONE, Differentiator.derivative(of, HOLE));
        return slopes(
                u, List.of(Letters.replaced(slope, Map.of(HOLE, u)), Letters.replaced(reciprocal, Map.of(HOLE, u))));
    }

    private static List<DerivativeRule.Action> exchanged(Term part, Term.Letter by) {
        if (!(part instanceof Term.Apply(Operation one, List<Term> operands)) || !ARCUS.contains(one)) {
            return List.of();
        }
        Term u = operands.getFirst();
        List<Term> others = ARCUS.stream()
                .filter(other -> other != one)
                .map(other -> Differentiator.derivative(Term.apply(other, HOLE), HOLE))
                .map(slope -> Letters.replaced(slope, Map.of(HOLE, u)))
                .toList();
        return slopes(u, others);
    }

    private static List<DerivativeRule.Action> degrees(TermForms.Chain chain) {
        Term degree = Term.quotient(Term.pi(), Term.number(180));
        Term inside = Term.product(degree, chain.inner());
        return actions(
                d -> Term.product(degree, chain.slope().apply(chain.inner()), d.apply(chain.inner())),
                d -> Term.product(degree, chain.slope().apply(inside), d.apply(chain.inner())),
                d -> Term.product(chain.slope().apply(inside), d.apply(chain.inner())));
    }
}
