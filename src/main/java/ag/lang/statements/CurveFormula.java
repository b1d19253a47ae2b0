package ag.lang.statements;

import ag.lang.algebra.Term;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Machine;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vector of formulas, as far as its text shows that it is one.
 *
 * @param text what is derived; null where names in it may be local
 */
record CurveFormula(Subject subject, @Nullable Expr text) {
    /** Its derivation; empty where it is something else. */
    Optional<CurveDerivation> derivation(Frame frame) {
        if (subject.place().spots().size() > 1 || inputs().size() > 1) {
            return Optional.empty();
        }
        Machine machine = frame.machine;
        Runnable pause = () -> machine.workspace.checkStop(of().span());
        if (inputs().isEmpty()
                && text instanceof Expr.Name name
                && machine.globals.value(name.name()) instanceof Closure function) {
            Term.Letter letter = Term.letter(
                    function.parameters().isEmpty() ? "" : function.parameters().getFirst());
            return function.parameters().size() != 1
                    ? Optional.empty()
                    : FormulaTexts.open(machine, Set.of(letter))
                            .elements(function, List.of(letter))
                            .map(elements -> CurveDerivation.of(elements, letter, pause));
        }
        if (inputs().size() == 1 && (text instanceof Expr.Call || text instanceof Expr.Vector)) {
            Term.Letter letter = Term.letter(inputs().getFirst().letter());
            return FormulaTexts.open(machine, Set.of(letter))
                    .elements(text)
                    .map(elements -> CurveDerivation.of(elements, letter, pause));
        }
        if (!(openFormula(frame) instanceof Formula formula) || !(formula.written() instanceof Expr.Vector vector)) {
            return Optional.empty();
        }
        List<String> letters = inputs().isEmpty()
                ? formula.open()
                : inputs().stream().map(Derivations.Asked::letter).toList();
        if (letters.size() != 1 || !formula.open().contains(letters.getFirst())) {
            return Optional.empty();
        }
        Term.Letter letter = Term.letter(letters.getFirst());
        return FormulaTexts.all(vector.elements().stream()
                        .map(element ->
                                FormulaTexts.open(machine, Set.of(letter)).read(element))
                        .toList())
                .map(elements -> CurveDerivation.of(elements, letter, pause));
    }

    /** The formula that is derived, where it has letters without a value; null where it has none. */
    private @Nullable Datum openFormula(Frame frame) {
        return text instanceof Expr.Name || text instanceof Expr.Vector
                ? subject.formula().run(frame)
                : null;
    }

    private Derivations.Asked of() {
        return subject.of();
    }

    private List<Derivations.Asked> inputs() {
        return subject.inputs();
    }
}
