package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.values.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives what has letters without a value, as it is written.
 *
 * @param text what is derived; null where names in it may be local
 */
record LetterDerivation(Subject subject, @Nullable Expr text) {
    /** A function of one letter whose formula has letters without a value; empty where this is none. */
    Optional<List<FoundDerivative>> ofFunction(Machine machine) {
        if (!inputs().isEmpty()
                || !subject.place().isEmpty()
                || !(text instanceof Expr.Name name)
                || !(machine.globals.value(name.name()) instanceof Closure function)
                || function.parameters().size() != 1) {
            return Optional.empty();
        }
        Term.Letter letter = Term.letter(function.parameters().getFirst());
        return FormulaTexts.open(machine, Set.of(letter))
                .apply(function, List.of(letter))
                .map(term -> List.of(derived(machine, term, letter)));
    }

    /** A function of several letters by one of its own, the others held fast; empty where this is none. */
    Optional<List<FoundDerivative>> ofParameter(Machine machine) {
        if (inputs().size() != 1
                || !subject.place().isEmpty()
                || !(text instanceof Expr.Name name)
                || !(machine.globals.value(name.name()) instanceof Closure function)
                || !function.parameters().contains(inputs().getFirst().letter())) {
            return Optional.empty();
        }
        Term.Letter letter = Term.letter(inputs().getFirst().letter());
        List<Term> letters = FormulaTexts.letters(function);
        return FormulaTexts.open(
                        machine, letters.stream().map(Term.Letter.class::cast).collect(Collectors.toSet()))
                .apply(function, letters)
                .map(term -> derived(machine, term, letter))
                .map(found -> List.of(new FoundDerivative(
                        found.derivation(),
                        found.input(),
                        value(machine, found.derivation().formula()),
                        "",
                        false)));
    }

    /** What a formula is worth where all of its letters have values; else null. */
    private static @Nullable Double value(Machine machine, Term formula) {
        Map<Term.Letter, Double> numbers = new HashMap<>();
        for (Term.Letter letter : Letters.in(formula)) {
            numbers.put(letter, Unknowns.present(machine, machine.globals.cell(letter.name())));
        }
        double value = PointEvaluation.of(formula, numbers);
        return numbers.values().stream().allMatch(Double::isFinite) ? value : null;
    }

    /** A formula in letters without a value is derived as it is written. */
    List<FoundDerivative> ofFormula(Machine machine, Formula formula) {
        List<String> letters = inputs().isEmpty()
                ? formula.open()
                : inputs().stream().map(Derivations.Asked::letter).toList();
        if (letters.size() > 1 && inputs().isEmpty()) {
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + of().text() + "' has several letters to be derived by: " + String.join(", ", letters),
                    of().span(),
                    "write: derive " + of().text() + " wrt " + letters.getFirst());
        }
        letters.stream()
                .filter(letter -> !formula.open().contains(letter) && !formula.isWrittenIn(letter))
                .findFirst()
                .ifPresent(letter -> {
                    throw absent(letter);
                });
        return letters.stream()
                .map(letter -> {
                    Optional<Term> term = formula.open().contains(letter) ? formula.term() : formula.termIn(letter);
                    return derived(machine, term.orElseThrow(this::noFormula), Term.letter(letter));
                })
                .toList();
    }

    private FoundDerivative derived(Machine machine, Term term, Term.Letter letter) {
        Workspace workspace = machine.workspace;
        CheckPoints points = CheckPoints.FREE;
        Derivation derivation = Derivation.checked(term, letter, points, () -> workspace.checkStop(of().span()));
        Derivation proven =
                new DerivedFunction(of()).proven(workspace, derivation, step -> points.hold(step, derivation.start()));
        return new FoundDerivative(proven, letter.name(), null, "", false);
    }

    AgException absent(String name) {
        return new AgException(
                ErrorCode.NOT_AN_INPUT,
                "'" + name + "' does not occur in '" + of().text() + "', and means nothing here",
                inputs().getFirst().span(),
                "name what the formula is built on");
    }

    private AgException noFormula() {
        return new AgException(
                ErrorCode.NO_FORMULA,
                "'" + of().text() + "' is not written as a formula that can be derived while its letters have no value",
                of().span(),
                "give its letters values, and what is computed is derived: let x = 2");
    }

    private Derivations.Asked of() {
        return subject.of();
    }

    private List<Derivations.Asked> inputs() {
        return subject.inputs();
    }
}
