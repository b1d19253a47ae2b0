package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.DerivativeOf;
import ag.lang.interpreter.Machine;
import ag.lang.source.Span;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Plains;
import ag.result.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a value is shown that stands on its own: a function with its formula, where its text is one, as {@code f'(x) = 2x}. */
final class FunctionFormula {
    private final Machine machine;
    private final Span place;

    private FunctionFormula(Machine machine, Span place) {
        this.machine = machine;
        this.place = place;
    }

    static Plain shown(Machine machine, Datum datum, Span place) {
        return datum instanceof Callable function
                ? new FunctionFormula(machine, place)
                        .of(function)
                        .<Plain>map(text -> new Plain.Described("function", text))
                        .orElseGet(() -> Plains.shown(machine.workspace, datum))
                : Plains.shown(machine.workspace, datum);
    }

    private Optional<String> of(Callable function) {
        return switch (function) {
            case Closure closure
            when closure.code().isAnonymous() ->
                // x -> x^2 shows what it is; a function that arithmetic makes of others does not.
                closure.name().contains("->") || closure.name().contains("↦")
                        ? Optional.empty()
                        : text(closure.name(), closure, 0);
            case Closure closure -> text(closure.name(), closure, 0);
            case DerivativeOf derivative -> text(derivative.name(), derivative.function(), derivative.order());
            default -> Optional.empty();
        };
    }

    private Optional<String> text(String name, Callable function, int order) {
        List<Term> letters =
                function instanceof Closure closure ? FormulaTexts.letters(closure) : List.of(Term.letter("x"));
        if (letters.isEmpty() || (order > 0 && letters.size() > 1)) {
            return Optional.empty();
        }
        HashSet<Term.Letter> fixed = new HashSet<>();
        letters.forEach(letter -> fixed.add((Term.Letter) letter));
        FormulaTexts texts = FormulaTexts.open(machine, fixed);
        Optional<Term> formula = switch (function) {
            case Closure closure -> texts.apply(closure, letters);
            case OperationFunction known ->
                known.one() == null ? Optional.empty() : Optional.of(Term.apply(known.one(), letters.getFirst()));
            default -> Optional.empty();
        };
        boolean formed = function instanceof Closure closure && closure.code().isAnonymous() && order == 0;
        String head = formed
                ? name + "(" + TextWriter.text(letters.getFirst()) + ") = "
                : (order == 0 ? function.signature() : name + "(" + TextWriter.text(letters.getFirst()) + ")") + " = ";
        if (formula.isEmpty() && function instanceof Closure closure) {
            return texts.elements(closure, letters)
                    .map(elements -> elements.stream()
                            .map(term -> shown(term, letters, order))
                            .collect(Collectors.joining(", ", head + "[", "]")));
        }
        return formula.map(term -> head + shown(term, letters, order));
    }

    private String shown(Term term, List<Term> letters, int order) {
        Term derived = derivative(term, (Term.Letter) letters.getFirst(), order);
        return TextWriter.text(derived, FormulaTexts.taken(machine));
    }

    private Term derivative(Term of, Term.Letter by, int order) {
        Term now = of;
        for (int i = 0; i < order; i++) {
            now = Derivation.checked(now, by, CheckPoints.FREE, () -> machine.workspace.checkStop(place))
                    .formula();
        }
        return now;
    }
}
