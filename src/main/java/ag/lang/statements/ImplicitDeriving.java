package ag.lang.statements;

import ag.engine.Elementary;
import ag.host.Content;
import ag.lang.algebra.DerivationFile;
import ag.lang.algebra.ImplicitDerivative;
import ag.lang.algebra.LatexWriter;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import ag.result.FormulaResult;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code derive x^2 + y^2 = 25 for dy/dx at (3, 4)}: the slope of the curve as a formula, and its number at a point of the curve.
 *
 * @param y the letter that is a function of {@code x}
 * @param path the file it is written to; null where it is shown
 */
public record ImplicitDeriving(
        LocalText left,
        LocalText right,
        Term.Letter y,
        Term.Letter x,
        int order,
        ViewPlace place,
        @Nullable String path,
        Span equation,
        Span span)
        implements Code {
    private static final int MOST_ORDER = 5;

    /** How far the sides may differ at a point of the curve, relative to their size: a place is typed with some digits. */
    private static final double ON_THE_CURVE = 1e-6;

    private static final double VERTICAL = 1e-12;

    static Code compile(DerivativeStatement.DeriveImplicit derive, StatementCompiler compiler, Scope scope) {
        return of(derive, compiler, scope);
    }

    static ImplicitDeriving of(DerivativeStatement.DeriveImplicit derive, StatementCompiler compiler, Scope scope) {
        Expr wanted = derive.wanted();
        List<Expr.Point> points = List.of();
        if (wanted instanceof Expr.At(Expr of, List<Expr.Point> at, Span _)) {
            wanted = of;
            points = at;
        }
        Term.Letter y;
        Term.Letter x;
        int order = 1;
        if (wanted instanceof Expr.Quotient(Expr.Name of, List<Expr.Name> by, Span _)) {
            order = by.size();
            y = letter(of, 0, compiler, scope);
            x = letter(by.getFirst(), 0, compiler, scope);
            boolean same = by.stream()
                    .allMatch(letter -> letter.name().equals(by.getFirst().name()));
            if (!same || order > MOST_ORDER) {
                throw quotient(wanted.span());
            }
        } else if (wanted instanceof Expr.Binary(Expr.BinaryOperator operator, Expr above, Expr below, Span _, Span _)
                && operator == Expr.BinaryOperator.DIVIDE) {
            y = letter(above, 1, compiler, scope);
            x = letter(below, 1, compiler, scope);
        } else {
            throw quotient(wanted.span());
        }
        if (y.equals(x)) {
            throw quotient(wanted.span());
        }
        for (Term.Letter letter : List.of(x, y)) {
            if (scope.isLocal(letter.name())) {
                throw new AgException(
                        ErrorCode.NO_FORMULA,
                        "'" + letter.name() + "' is a name of its block or function, and here a letter is needed",
                        derive.span(),
                        "write it with other letters");
            }
        }
        // What is compiled is seen by a check of the program, in which nothing runs.
        compiler.expressions().compile(derive.equation(), scope);
        // Both sides together: the letters of one are known in the other.
        Expr.Equation equation = (Expr.Equation) compiler.expressions().read(derive.equation(), scope);
        return new ImplicitDeriving(
                LocalText.ofRead(equation.left(), compiler.expressions(), scope),
                LocalText.ofRead(equation.right(), compiler.expressions(), scope),
                y,
                x,
                order,
                ViewPlace.of(points, compiler, scope),
                derive.path(),
                equation.span(),
                derive.span());
    }

    /**
     * The letter in {@code dx}.
     *
     * @param signs how many signs stand before it
     */
    private static Term.Letter letter(Expr differential, int signs, StatementCompiler compiler, Scope scope) {
        if (!(differential instanceof Expr.Name name)
                || name.name().length() <= signs
                || (signs > 0 && name.name().charAt(0) != 'd')) {
            throw quotient(differential.span());
        }
        Expr.Name letter = new Expr.Name(name.name().substring(signs), name.span());
        return Term.letter(Subject.spelled(letter, compiler, scope) instanceof Expr.Name known ? known.name() : "");
    }

    private static AgException quotient(Span span) {
        return new AgException(
                ErrorCode.NOT_AN_UNKNOWN,
                "an equation is derived for a quotient such as dy/dx",
                span,
                "write: derive x^2 + y^2 = 25 for dy/dx, or for d²y/dx²");
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Curve curve = curve(frame);
        Term leftTerm = curve.left;
        Term rightTerm = curve.right;
        ImplicitDerivative derived = curve.derived;
        Set<String> taken = FormulaTexts.taken(frame.machine);
        List<ImplicitDerivative.Step> found = new ArrayList<>(derived.steps());
        Term formula = derived.formula();
        if (order > 1) {
            ImplicitDerivative.Higher higher = derived.higher(y, x, order, () -> workspace.checkStop(equation));
            found.addAll(higher.steps());
            formula = higher.formula();
        }
        Double value = null;
        if (!place.isEmpty()) {
            Map<Term.Letter, Double> numbers = numbers(frame, curve.values);
            double slope = slope(leftTerm, rightTerm, derived, numbers);
            value = order == 1 ? slope : PointEvaluation.of(formula, numbers);
            exact(formula, numbers)
                    .ifPresent(number ->
                            found.add(new ImplicitDerivative.Step("at " + at(numbers), slopeLetter(), number)));
        }
        if (path != null) {
            write(frame, path, leftTerm, rightTerm, found);
            return Loops.NOTHING;
        }
        List<FormulaResult.DerivationStep> steps = found.stream()
                .map(step -> new FormulaResult.DerivationStep(step.rule(), written(step.left(), step.right(), taken)))
                .toList();
        workspace.show(new FormulaResult.Derived(
                y.name(),
                x.name(),
                written(leftTerm, rightTerm, taken),
                steps,
                TextWriter.text(formula, taken),
                List.of(formula),
                null,
                value,
                "",
                slopeLetter().name(),
                span));
        if (value == null) {
            derived.cancelled()
                    .forEach(term -> workspace.note("this holds where " + Simplifier.notZero(term), equation));
        }
        return Loops.NOTHING;
    }

    /** The equation as it stands now, and its derivative. */
    record Curve(Term left, Term right, ImplicitDerivative derived, Map<Term.Letter, Double> values) {}

    Curve curve(Frame frame) {
        FormulaTexts reader = FormulaTexts.open(frame.machine, Set.of(x, y));
        Term leftTerm = left.at(frame).flatMap(reader::read).orElseThrow(() -> noFormula(left, frame));
        Term rightTerm = right.at(frame).flatMap(reader::read).orElseThrow(() -> noFormula(right, frame));
        ImplicitDerivative derived =
                ImplicitDerivative.of(leftTerm, rightTerm, y, x, () -> frame.machine.workspace.checkStop(equation));
        if (derived.byY().is(0)) {
            throw new AgException(
                    ErrorCode.NOT_AN_UNKNOWN,
                    "the equation does not change with '" + y.name() + "', so that it does not make it a function of "
                            + x.name(),
                    equation,
                    "");
        }
        requireLetter(leftTerm, rightTerm);
        return new Curve(leftTerm, rightTerm, derived, reader.values());
    }

    /** The numbers at its point; refused where that is none of the curve. */
    Map<Term.Letter, Double> point(Frame frame, Curve curve) {
        Map<Term.Letter, Double> numbers = numbers(frame, curve.values);
        slope(curve.left, curve.right, curve.derived, numbers);
        return numbers;
    }

    private void write(Frame frame, String file, Term leftTerm, Term rightTerm, List<ImplicitDerivative.Step> found) {
        DerivationFile kind = DerivationFile.of(file)
                .filter(known -> known != DerivationFile.SVG)
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_FILE,
                        "an implicit derivation is written to a .tex or a .md file",
                        span,
                        "write: derive … for dy/dx to \"derivative.tex\""));
        List<ImplicitDerivative.Step> all = new ArrayList<>();
        all.add(new ImplicitDerivative.Step("", leftTerm, rightTerm));
        all.addAll(found);
        Drawn.write(
                frame.machine.workspace, "derivation", file, new Content.Text(LatexWriter.document(all, kind)), span);
    }

    /** y = 3 has the slope 0; in x^2 + y^2 = 25 a z is probably a slip. */
    private void requireLetter(Term leftTerm, Term rightTerm) {
        Set<Term.Letter> letters = new LinkedHashSet<>(Letters.in(leftTerm));
        letters.addAll(Letters.in(rightTerm));
        if (!letters.contains(x) && letters.size() > 1) {
            throw new AgException(
                    ErrorCode.NOT_AN_UNKNOWN,
                    "'" + x.name() + "' does not occur in the equation",
                    equation,
                    "its letters: " + letters.stream().map(Term.Letter::name).collect(Collectors.joining(", ")));
        }
    }

    private AgException noFormula(LocalText side, Frame frame) {
        side.requireNames(frame.machine.globals);
        Span place = side.read().span();
        return new AgException(
                ErrorCode.NO_FORMULA,
                "the text of '" + place.text().strip() + "' is no single formula",
                place,
                "write both sides as formulas in " + x.name() + " and " + y.name());
    }

    private Term.Letter slopeLetter() {
        return ImplicitDerivative.quotient(y, x, order);
    }

    private static String written(Term left, Term right, Set<String> taken) {
        return TextWriter.text(left, taken) + " = " + TextWriter.text(right, taken);
    }

    // ---- at a point

    /** The numbers of all letters: x and y in this order where they are not named. */
    private Map<Term.Letter, Double> numbers(Frame frame, Map<Term.Letter, Double> held) {
        Map<Term.Letter, Double> numbers = new HashMap<>(held);
        numbers.remove(x);
        numbers.remove(y);
        List<Term.Letter> ordered = List.of(x, y);
        int next = 0;
        for (ViewPlace.Spot spot : place.spots()) {
            Datum value = spot.value().run(frame);
            if (!Arithmetic.isNumber(value) || (spot.letter() == null && next == ordered.size())) {
                throw which("this is one too many, or no number", spot.span());
            }
            Term.Letter letter = spot.letter() == null ? ordered.get(next++) : Term.letter(spot.letter());
            numbers.put(letter, frame.machine.workspace.shown(value));
        }
        return numbers;
    }

    private AgException which(String wrong, Span where) {
        return new AgException(
                ErrorCode.NO_PLACE,
                "a point of the curve has a number for each letter, " + x.name() + " first; " + wrong,
                where,
                "write: at " + x.name() + " = 3, " + y.name() + " = 4");
    }

    private double slope(Term leftTerm, Term rightTerm, ImplicitDerivative derived, Map<Term.Letter, Double> numbers) {
        for (Term part : List.of(x, y, leftTerm, rightTerm)) {
            for (Term.Letter letter : Letters.in(part)) {
                if (!numbers.containsKey(letter)) {
                    throw which("here " + letter.name() + " has none", span);
                }
            }
        }
        double a = PointEvaluation.of(leftTerm, numbers);
        double b = PointEvaluation.of(rightTerm, numbers);
        double byX = PointEvaluation.of(derived.byX(), numbers);
        double byY = PointEvaluation.of(derived.byY(), numbers);
        if (!Double.isFinite(a - b) || !Double.isFinite(byX) || !Double.isFinite(byY)) {
            throw new AgException(
                    ErrorCode.NO_VALUE,
                    "the equation or its derivative has no value at " + at(numbers),
                    equation,
                    "try another place");
        }
        double size = Math.max(
                Math.max(Math.abs(a), Math.abs(b)),
                Math.max(Math.abs(byX * number(x, numbers)), Math.abs(byY * number(y, numbers))));
        if (Math.abs(a - b) > ON_THE_CURVE * size) {
            throw new AgException(
                    ErrorCode.NOT_THERE,
                    "the equation does not hold at " + at(numbers) + ": its sides are " + Numerals.rounded(a, 6)
                            + " and " + Numerals.rounded(b, 6),
                    equation,
                    "take a point of the curve");
        }
        if (Math.abs(byY) <= VERTICAL * Math.abs(byX)) {
            throw new AgException(
                    ErrorCode.NO_DERIVATIVE,
                    "there is no " + ImplicitDerivative.quotient(y, x, 1).name() + " at " + at(numbers)
                            + (byX == 0
                                    ? ": both partial derivatives are 0 there, and the curve may cross itself"
                                    : ": the tangent is vertical there"),
                    equation,
                    byX == 0 ? "" : "the other way round it is 0: for d" + x.name() + "/d" + y.name());
        }
        return 0.0 - byX / byY;
    }

    private static double number(Term.Letter letter, Map<Term.Letter, Double> numbers) {
        return numbers.getOrDefault(letter, Double.NaN);
    }

    private String at(Map<Term.Letter, Double> numbers) {
        return x.name() + " = " + Numerals.rounded(number(x, numbers), 6) + ", " + y.name() + " = "
                + Numerals.rounded(number(y, numbers), 6);
    }

    /** The slope as a fraction or a root where all numbers are whole. */
    private static Optional<Term> exact(Term formula, Map<Term.Letter, Double> numbers) {
        Map<Term.Letter, Term> whole = new HashMap<>();
        for (Term.Letter letter : Letters.in(formula)) {
            double number = numbers.getOrDefault(letter, Double.NaN);
            if (number != Elementary.round(number) || Math.abs(number) > 1e9) {
                return Optional.empty();
            }
            whole.put(letter, Term.number((long) number));
        }
        return Optional.of(Simplifier.simplify(Letters.replaced(formula, whole)));
    }
}
