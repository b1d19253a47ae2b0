package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is typed behind words such as {@code tangent} and {@code extrema}: a function, or a formula in letters, as a function of those
 * letters.
 *
 * @param text the formula
 * @param places what stands behind {@code at}, one for each of the points
 * @param parameters the parameters of a function; empty for a formula, whose letters are found when it is run
 */
record Mapping(
        Code code,
        LocalText text,
        Set<Cell> names,
        List<String> parameters,
        List<Expr.Point> points,
        List<LocalText> places,
        Span span) {
    /** Set behind a parameter's name, so that it is no other letter of the program. */
    private static final String MARK = "′";

    private static final int MOST_PARAMETERS = 6;

    static Mapping of(Expr typed, StatementCompiler compiler, Scope scope) {
        Expr of = typed instanceof Expr.At at ? at.of() : typed;
        List<Expr.Point> points = typed instanceof Expr.At at ? at.points() : List.of();
        List<String> parameters = parameters(of, compiler);
        Expr formula = of;
        if (!parameters.isEmpty()) {
            List<Expr.Argument> arguments = parameters.stream()
                    .map(name -> new Expr.Argument(null, new Expr.Name(name + MARK, of.span()), of.span()))
                    .toList();
            formula = new Expr.Call(of, arguments, of.span());
        }
        return new Mapping(
                compiler.expressions().compile(formula, scope),
                LocalText.of(formula, compiler.expressions(), scope),
                compiler.namesIn(formula, scope),
                parameters,
                points,
                points.stream()
                        .map(point -> LocalText.of(point.value(), compiler.expressions(), scope))
                        .toList(),
                of.span());
    }

    private static List<String> parameters(Expr of, StatementCompiler compiler) {
        Expr function = of instanceof Expr.Prime prime ? prime.function() : of;
        if (!(function instanceof Expr.Name name)) {
            return List.of();
        }
        return switch (compiler.machine().globals.cell(name.name()).read()) {
            case Closure closure -> closure.code().parameters();
            case Callable callable
            when callable.arity() > 1 && callable.arity() <= MOST_PARAMETERS ->
                List.of("x", "y", "z", "u", "v", "w").subList(0, callable.arity());
            case Callable _ -> List.of("x");
            case null -> List.of();
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> List.of();
        };
    }

    String textOf() {
        return span.text().strip();
    }

    /**
     * The formula with its letters.
     *
     * @param letters what they are called
     * @param cells where their values are put
     * @param term the formula with all numbers put in; empty where it is none
     */
    record Seen(List<Term.Letter> letters, List<Cell> cells, Optional<Term> term, Unknowns numeric) {
        Term.Letter letter() {
            return letters.getFirst();
        }
    }

    /** Finds the letters. */
    Seen seen(Frame frame) {
        List<Term.Letter> shown = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (String letter : letters(frame)) {
            shown.add(Term.letter(letter));
            cells.add(frame.machine.globals.cell(parameters.isEmpty() ? letter : letter + MARK));
        }
        Unknowns numeric = new Unknowns(frame, cells, List.of(new Unknowns.Sides(code, null, span)), span);
        return new Seen(shown, cells, term(frame, cells, shown), numeric);
    }

    private List<String> letters(Frame frame) {
        if (!parameters.isEmpty()) {
            return parameters;
        }
        List<String> open = Unknowns.open(List.copyOf(names));
        if (open.equals(List.of(textOf()))) {
            throw new AgException(
                    ErrorCode.NO_VALUE_YET,
                    "'" + textOf() + "' is a letter without a formula",
                    span,
                    "give it one: " + textOf() + "(" + (textOf().equals("x") ? "t" : "x") + ") = "
                            + (textOf().equals("x") ? "t" : "x") + "^2");
        }
        if (!open.isEmpty()) {
            List<String> named = points.stream()
                    .filter(point -> point.letter() != null)
                    .map(point -> point.letter().name())
                    .toList();
            return named.isEmpty() ? open : named;
        }
        Set<String> inputs = new LinkedHashSet<>();
        if (code.run(frame) instanceof Datum.Scalar(int node)) {
            frame.machine.workspace.tape().backward(node);
            Derivations.reached(frame.machine.workspace).stream()
                    .filter(input -> input.size() == 1)
                    .map(Input::name)
                    .forEach(inputs::add);
        }
        if (inputs.isEmpty()) {
            throw new AgException(
                    ErrorCode.NO_LETTERS,
                    "'" + textOf() + "' is a number, and no function of anything",
                    span,
                    "name a function, or write a formula in letters: x^2");
        }
        return List.copyOf(inputs);
    }

    private Optional<Term> term(Frame frame, List<Cell> cells, List<Term.Letter> shown) {
        Map<Term.Letter, Term> names = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            names.put(Term.letter(cells.get(i).name), shown.get(i));
        }
        return text.at(frame)
                .flatMap(read -> exact(frame, read, names.keySet()))
                // A letter of the program with the name of a parameter is another one, and numbers tell them apart.
                .filter(term ->
                        parameters.isEmpty() || Letters.in(term).stream().noneMatch(letter -> shown.contains(letter)))
                .map(term -> Letters.replaced(term, names));
    }

    /** A formula with the numbers that its names stand for put in, as they are typed; empty where it is none. */
    static Optional<Term> exact(Frame frame, Expr read, Set<Term.Letter> fixed) {
        FormulaTexts reader = FormulaTexts.open(frame.machine, fixed);
        Optional<Term> term = reader.read(read);
        Map<Term.Letter, Term> numbers = new HashMap<>();
        for (Map.Entry<Term.Letter, Double> value : reader.values().entrySet()) {
            if (!fixed.contains(value.getKey())) {
                if (!Double.isFinite(value.getValue())) {
                    return Optional.empty();
                }
                numbers.put(value.getKey(), number(value.getValue()));
            }
        }
        return term.map(formula -> Letters.replaced(formula, numbers));
    }

    /** A number as it is typed. */
    static Term number(double value) {
        Rational exact = Rational.of(value);
        Term unsigned = new Term.Num(exact.abs(), true);
        return exact.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }

    /** The place behind {@code at}, a formula for each letter. */
    Map<Term.Letter, Term> place(Frame frame, Seen seen, String example) {
        Map<Term.Letter, Term> place = new HashMap<>();
        int next = 0;
        for (int i = 0; i < points.size(); i++) {
            Expr.Point point = points.get(i);
            Expr.Name name = point.letter();
            boolean fits = name != null || next < seen.letters().size();
            Term.Letter letter = name != null
                    ? Term.letter(name.name())
                    : fits ? seen.letters().get(next++) : Term.letter("");
            Optional<Term> value = places.get(i).at(frame).flatMap(read -> exact(frame, read, Set.of()));
            if (value.isEmpty()) {
                places.get(i).requireNames(frame.machine.globals);
            }
            if (!fits || !seen.letters().contains(letter) || value.isEmpty()) {
                throw place(seen, point.value().span(), example);
            }
            place.put(letter, Simplifier.simplify(value.get()));
        }
        if (place.size() != seen.letters().size()) {
            throw place(seen, span, example);
        }
        return place;
    }

    private AgException place(Seen seen, Span at, String example) {
        List<String> letters = seen.letters().stream().map(Term.Letter::name).toList();
        String named = String.join(
                ", ", letters.stream().map(letter -> letter + " = 1").toList());
        return new AgException(
                ErrorCode.NO_PLACE,
                "'" + textOf() + "' has " + (letters.size() == 1 ? "the letter " : "the letters ")
                        + String.join(", ", letters) + ", and the place says a number for each",
                at,
                "write: " + example + " " + textOf() + " at " + named);
    }
}
