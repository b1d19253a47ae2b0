package ag.lang.statements;

import ag.engine.Elementary;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.DerivativeOf;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Practice with a function or a formula: its derivative is asked for part by part, as formulas, and then at a place as a number.
 *
 * @param letters what it is derived by, one after the other
 */
record PractisedFormula(String text, Term function, List<Term.Letter> letters) {
    private static final double[] PLACES = {2, 1, 3, 0.5, -1};

    /** Empty where the text is no formula, as with a loop. */
    static Optional<PractisedFormula> of(Machine machine, Subject subject, Datum held) {
        return switch (Held.peeled(held)) {
            case Closure closure -> {
                List<Term.Letter> letters =
                        closure.needed().stream().map(Term::letter).toList();
                yield FormulaTexts.open(machine, Set.copyOf(letters))
                        .apply(closure, List.copyOf(letters))
                        .map(term -> new PractisedFormula(subject.text(), term, letters));
            }
            case OperationFunction known ->
                Optional.ofNullable(known.one())
                        .map(operation -> new PractisedFormula(
                                subject.text(), Term.apply(operation, ExerciseRule.X), List.of(ExerciseRule.X)));
            case DerivativeOf(Callable function, int order) ->
                of(machine, subject, function)
                        .map(base -> base.derived(
                                order, machine.workspace, subject.of().span()));
            case Formula formula ->
                formula.term()
                        .map(term -> new PractisedFormula(
                                subject.text(),
                                term,
                                formula.open().stream().map(Term::letter).toList()));
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> Optional.empty();
        };
    }

    /** The derivative of a function of one letter, which is practised in its turn. */
    private PractisedFormula derived(int order, Workspace workspace, Span span) {
        Term derived = function;
        for (int i = 0; i < order; i++) {
            derived = new Exercise(derived, letters.getFirst()).answer(() -> workspace.checkStop(span));
        }
        return new PractisedFormula(text, derived, letters);
    }

    /** The same, derived by this letter alone. */
    PractisedFormula by(String letter, Span span) {
        if (!Letters.contains(function, Term.letter(letter))) {
            String formula = TextWriter.text(function);
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + letter + "' is not in " + formula + ", so that its derivative is 0",
                    span,
                    Letters.in(function).stream()
                            .findFirst()
                            .map(other ->
                                    "practise by a letter that is: practice d/d" + other.name() + " (" + formula + ")")
                            .orElse(""));
        }
        return new PractisedFormula(text, function, List.of(Term.letter(letter)));
    }

    /** The derivatives that are asked for, those of parts first. */
    List<Exercise> questions() {
        return letters.stream()
                .filter(letter -> Letters.contains(function, letter))
                .flatMap(letter -> Exercise.parts(function, letter).stream())
                .toList();
    }

    void run(Machine machine, Span span) {
        List<Exercise> parts = questions();
        if (parts.isEmpty()) {
            throw new AgException(
                    ErrorCode.NO_INPUTS,
                    "'" + text + "' is constant, so that its derivative is 0",
                    span,
                    "practise a formula with a letter: practice x^2 sin(x)");
        }
        Map<Term.Letter, Double> place = place(machine, span);
        FormulaRound round = new FormulaRound(machine, text, parts.size() + (place.isEmpty() ? 0 : 1), span);
        boolean on = true;
        for (int i = 0; on && i < parts.size(); i++) {
            on = round.ask(parts.get(i));
        }
        if (on && !place.isEmpty()) {
            round.ask(parts.getLast(), place);
        }
        round.score();
    }

    /** Where the derivative is a number of few digits, if it has one. */
    private Map<Term.Letter, Double> place(Machine machine, Span span) {
        Map<Term.Letter, Double> first = Map.of();
        Term derivative = new Exercise(function, letters.getLast()).answer(() -> machine.workspace.checkStop(span));
        for (double start : PLACES) {
            Map<Term.Letter, Double> place = new LinkedHashMap<>();
            for (Term.Letter letter : Letters.in(function)) {
                place.put(letter, start);
            }
            double value = PointEvaluation.of(derivative, place);
            if (Double.isFinite(value) && !place.isEmpty()) {
                if (value == Elementary.round(value)) {
                    return place;
                }
                first = first.isEmpty() ? place : first;
            }
        }
        return first;
    }
}
