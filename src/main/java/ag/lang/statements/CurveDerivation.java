package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.result.FormulaResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The derivative of a vector whose elements are formulas in one letter, such as the place of a point that moves: a vector of derivatives.
 *
 * @param elements one after the other
 */
record CurveDerivation(List<Derivation> elements) {
    CurveDerivation {
        elements = List.copyOf(elements);
    }

    static CurveDerivation of(List<Term> elements, Term.Letter by, Runnable pause) {
        return new CurveDerivation(elements.stream()
                .map(element -> Derivation.of(element, by, false, pause))
                .toList());
    }

    /** What it is derived by. */
    Term.Letter letter() {
        return ((Term.Derivative) elements.getFirst().start()).by();
    }

    /** The other letters in the derivatives. */
    Set<Term.Letter> others() {
        Set<Term.Letter> others = new LinkedHashSet<>();
        elements.forEach(element -> others.addAll(Letters.in(element.formula())));
        others.remove(letter());
        return others;
    }

    /** The vector of derivatives. */
    String text(Set<String> taken) {
        return vector(Derivation::formula, taken);
    }

    /** The task. */
    String start(Set<String> taken) {
        Term.Derivative first = (Term.Derivative) elements.getFirst().start();
        return "d/d" + first.by().name() + " " + vector(element -> ((Term.Derivative) element.start()).of(), taken);
    }

    /** The steps of one element after the other, each with all of the vector. */
    List<FormulaResult.DerivationStep> steps(Set<String> taken) {
        List<FormulaResult.DerivationStep> steps = new ArrayList<>();
        List<Term> now =
                new ArrayList<>(elements.stream().map(Derivation::start).toList());
        steps.add(new FormulaResult.DerivationStep("element by element", text(now, taken)));
        for (int i = 0; i < elements.size(); i++) {
            for (Derivation.Step step : elements.get(i).steps()) {
                now.set(i, step.term());
                steps.add(new FormulaResult.DerivationStep(step.rule(), text(now, taken)));
            }
        }
        return steps;
    }

    private String vector(Function<Derivation, Term> part, Set<String> taken) {
        return text(elements.stream().map(part).toList(), taken);
    }

    private static String text(List<Term> elements, Set<String> taken) {
        return elements.stream()
                .map(element -> TextWriter.text(element, taken))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
