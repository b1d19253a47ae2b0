package ag.lang.statements;

import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import ag.result.print.HtmlRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked at as a formula, with its derivatives, for documents and pages.
 *
 * @param name how it is called, as {@code f(x)}; empty where it has no name
 * @param letters what it is derived by
 */
record Formulated(String name, Term function, List<Term.Letter> letters) {
    /** A longer formula is not derived beside its graph. */
    private static final long LONGEST = 120;

    private static final int MOST_LETTERS = 4;

    Formulated {
        letters = List.copyOf(letters);
    }

    /** Empty where it is no formula that could be read, as with a loop. */
    static Optional<Formulated> of(Machine machine, Subject subject, Datum held) {
        boolean function = Held.peeled(held) instanceof Callable;
        Optional<Formulated> written = PractisedFormula.of(machine, subject, held)
                .map(formula ->
                        new Formulated(name(subject, formula, function), formula.function(), formula.letters()));
        return written.or(() -> read(machine, subject))
                .filter(formula -> formula.function.size() <= LONGEST
                        && !formula.letters.isEmpty()
                        && formula.letters.size() <= MOST_LETTERS);
    }

    /** {@code f(x)} of a function, {@code y} of a formula with a name. */
    static String name(Subject subject, PractisedFormula formula, boolean function) {
        return !isName(subject) ? "" : subject.text() + (function ? letters(formula.letters()) : "");
    }

    private static boolean isName(Subject subject) {
        return subject.expression() instanceof Expr.Name;
    }

    private static String letters(List<Term.Letter> letters) {
        return "(" + String.join(", ", letters.stream().map(Term.Letter::name).toList()) + ")";
    }

    /** A number that is built on inputs, as its text has it. */
    private static Optional<Formulated> read(Machine machine, Subject subject) {
        try {
            FormulaTexts texts = FormulaTexts.open(machine, Set.of());
            return texts.read(ExpressionCompiler.readAtTop(subject.expression(), machine))
                    .map(term -> new Formulated(
                            isName(subject) ? subject.text() : "",
                            term,
                            Letters.in(term).stream()
                                    .sorted(Comparator.comparing(Term.Letter::name))
                                    .toList()));
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return Optional.empty();
        }
    }

    /** The same as HTML, to be put into a page; empty where there is no formula. */
    static String html(Machine machine, Subject subject, Datum held, Span span) {
        return of(machine, subject, held)
                .map(formula -> HtmlRenderer.fragment(formula.parts(() -> machine.workspace.checkStop(span))))
                .orElse("");
    }

    /** The formula and the steps to each of its derivatives. */
    List<Part> parts(Runnable pause) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.Formula.named(name, function));
        boolean partial = letters.size() > 1;
        for (Term.Letter letter : letters) {
            parts.add(new Part.Steps(Derivation.of(function, letter, false, pause), partial));
        }
        return parts;
    }
}
