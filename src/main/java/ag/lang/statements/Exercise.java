package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A question for a derivative as a formula. */
record Exercise(Term function, Term.Letter by) {
    /** The parts of a formula whose derivatives its own is made of, the innermost first, and the formula itself last. */
    static List<Exercise> parts(Term function, Term.Letter by) {
        Set<Term> parts = new LinkedHashSet<>();
        collect(function, by, parts);
        parts.add(function);
        return parts.stream().map(part -> new Exercise(part, by)).toList();
    }

    private static void collect(Term of, Term.Letter by, Set<Term> parts) {
        for (Term part : operands(of)) {
            if (Letters.contains(part, by) && !part.equals(by)) {
                collect(part, by, parts);
                parts.add(part);
            }
        }
    }

    private static List<Term> operands(Term of) {
        return switch (of) {
            case Term.Sum(List<Term> terms) ->
                terms.stream()
                        .map(term -> term instanceof Term.Negative(Term inner) ? inner : term)
                        .toList();
            case Term.Product(List<Term> factors) -> factors;
            case Term.Quotient(Term above, Term below) -> List.of(above, below);
            case Term.Power(Term base, Term exponent) -> List.of(base, exponent);
            case Term.Negative(Term inner) -> List.of(inner);
            case Term.Apply(var _, List<Term> operands) -> operands;
            case Term.Num _, Term.Constant _, Term.Letter _, Term.Choice _, Term.Derivative _, Term.Integral _ ->
                List.of();
        };
    }

    /** What is asked: {@code d/dx (sin(x²))}. */
    String text() {
        return TextWriter.text(asked());
    }

    /** The derivative that is still to be done. */
    Term asked() {
        return new Term.Derivative(function, by);
    }

    /** The rule that comes first, and what it is used on; not what it gives. */
    String hint() {
        DerivativeRule rule = DerivativeRule.of(function, by, false);
        List<String> parts = new ArrayList<>();
        for (Term part : operands(function)) {
            if (Letters.contains(part, by) && (isNamed(function) || !part.equals(by))) {
                parts.add(TextWriter.text(part));
            }
        }
        String formula = rule.formula();
        return rule.text()
                + (rule.inner() != null || parts.isEmpty() ? "" : ", with " + listed(parts))
                + (formula.isEmpty() ? "" : ": " + formula);
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return (last > 0 ? String.join(", ", parts.subList(0, last)) + " and " : "") + parts.get(last);
    }

    /** Whether the rule speaks of all the parts, so that the letter alone is named as one too. */
    private static boolean isNamed(Term function) {
        return function instanceof Term.Sum || function instanceof Term.Product || function instanceof Term.Quotient;
    }

    Term answer(Runnable pause) {
        return Derivation.of(function, by, false, pause).formula();
    }
}
