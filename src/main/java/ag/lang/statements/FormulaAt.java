package ag.lang.statements;

import ag.engine.Tape;
import ag.explain.NodeNames;
import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.RecordedFormula;
import ag.lang.algebra.RecordedFormula.Written;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Machine;
import ag.lang.syntax.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the root of the last backward pass is, as a formula in one of the values it depends on: as its text has it, or, where that has
 * no closed form, as it was computed.
 *
 * @param variable the value that the formula is differentiated by
 * @param recorded whether it was taken from what was computed
 */
record FormulaAt(Written written, Term.Letter variable, boolean recorded) {

    /** The formula; empty where it would be too long to read. */
    static Optional<FormulaAt> of(Machine machine, Views.Target target, NodeNames names, @Nullable Expr text) {
        return of(machine, target, List.of(target), names, text);
    }

    /** @param letters all that the formula is looked at by: each stands for itself, whatever else has its name */
    static Optional<FormulaAt> of(
            Machine machine, Views.Target target, List<Views.Target> letters, NodeNames names, @Nullable Expr text) {
        Term.Letter variable = letter(target, names);
        Map<Term.Letter, Double> values = new HashMap<>();
        letters.forEach(letter ->
                values.put(letter(letter, names), machine.workspace.tape().value(letter.node())));
        return (text == null ? Optional.<FormulaAt>empty() : read(machine, target, variable, values, text))
                .or(() -> recorded(machine, target, variable, names));
    }

    private static Term.Letter letter(Views.Target target, NodeNames names) {
        Term.Letter named = GraphNames.letter(names, target.node());
        return named == null ? Term.letter(target.text()) : named;
    }

    /** As the text has it, where that has the same value as what was computed, and has the same slope. */
    private static Optional<FormulaAt> read(
            Machine machine, Views.Target target, Term.Letter variable, Map<Term.Letter, Double> values, Expr text) {
        Tape tape = machine.workspace.tape();
        FormulaTexts texts = new FormulaTexts(machine, values);
        return texts.read(text)
                .map(term -> new FormulaAt(new Written(term, texts.values()), variable, false))
                .filter(formula ->
                        CheckPoints.agree(formula.value(formula.written.term()), tape.value(tape.gradientRoot())))
                .filter(formula -> CheckPoints.agree(
                        formula.value(new Term.Derivative(formula.written.term(), variable)),
                        tape.gradient(target.node())));
    }

    private static Optional<FormulaAt> recorded(
            Machine machine, Views.Target target, Term.Letter variable, NodeNames names) {
        int node = target.node();
        Map<Double, Term> constants = GraphNames.constants(machine);
        constants.values().remove(variable);
        return RecordedFormula.of(
                        machine.workspace.tape(),
                        node,
                        at -> at == node ? variable : apart(GraphNames.letter(names, at), variable),
                        constants)
                .map(written -> new FormulaAt(written, variable, true));
    }

    /** An input that has the name of the variable is another letter. */
    private static Term.@Nullable Letter apart(Term.@Nullable Letter letter, Term.Letter variable) {
        return variable.equals(letter) ? Term.letter(variable.name() + "_0") : letter;
    }

    /** A textbook's form where it is worth the gradient; with all conventions written out where it is not. */
    Derivation derivation(double gradient, Runnable pause) {
        Derivation textbook = Derivation.of(written.term(), variable, false, pause);
        return CheckPoints.agree(value(textbook.formula()), gradient)
                ? textbook
                : Derivation.of(written.term(), variable, true, pause);
    }

    /** Whether a step is worth the gradient; where it has no value there is nothing to compare. */
    boolean holds(Term step, double gradient) {
        double worth = value(step);
        return !Double.isFinite(worth) || !Double.isFinite(gradient) || CheckPoints.agree(worth, gradient);
    }

    /** What a formula in the same letters is worth at the numbers at hand. */
    double value(Term term) {
        return PointEvaluation.of(term, written.values());
    }

    /** A number as a formula. */
    static Term number(double x) {
        return RecordedFormula.number(x);
    }
}
