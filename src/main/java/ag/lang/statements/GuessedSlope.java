package ag.lang.statements;

import ag.explain.Answer;
import ag.lang.algebra.Equality;
import ag.lang.algebra.ImplicitDerivative;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Datum;
import ag.result.PracticeResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code guess dy/dx = -x/y} after an equation such as {@code x^2 + y^2 = 25}: the slope of its curve. Answers are compared at points
 * of the curve, for there y can be written in more than one way.
 *
 * @param typed the answer as it was typed
 */
record GuessedSlope(PracticeStatement.Guess guess, String typed, ImplicitDeriving curve) implements Code {
    private static final double SOME = 0.7;

    /** Empty where what is guessed is no slope of the last equation. */
    static Optional<Code> of(PracticeStatement.Guess guess, String typed, StatementCompiler compiler, Scope scope) {
        return OfLastEquation.asked(guess.asked(), compiler, scope)
                .map(asked -> new GuessedSlope(guess, typed, ImplicitDeriving.of(asked, compiler, scope)));
    }

    @Override
    public Datum run(Frame frame) {
        ImplicitDeriving.Curve found = curve.curve(frame);
        Term right = found.derived().formula();
        Set<Term.Letter> letters = Set.of(curve.x(), curve.y());
        FormulaTexts texts = FormulaTexts.open(frame.machine, letters);
        Term answer = texts.read(AskedDerivative.read(guess.answer(), letters, frame.machine))
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_GUESS,
                        "the answer is no formula that could be compared",
                        guess.answer().span(),
                        "write a formula in " + curve.x().name() + " and "
                                + curve.y().name()));
        boolean isRight = curve.place().isEmpty()
                ? new CurvePoints(
                                curve.x(),
                                curve.y(),
                                Term.minus(found.left(), found.right()),
                                others(found, answer, texts.values()))
                        .agree(right, answer)
                        .orElseGet(() -> Equality.equal(right, answer))
                : isMeant(answer, right, curve.point(frame, found));
        String shortest = TextWriter.text(right);
        boolean other = curve.place().isEmpty() && !TextWriter.text(answer).equals(shortest);
        String asked = guess.asked().span().text().strip();
        frame.machine.workspace.show(new PracticeResult.Marked(
                asked,
                typed,
                isRight,
                isRight && other ? shortest : "",
                List.of(),
                isRight ? "" : question(found),
                guess.span()));
        GuessHelping.leaveOpen(frame.machine, isRight ? null : open(asked, found.derived()), guess.span());
        return Loops.NOTHING;
    }

    /** Numbers for letters besides x and y: what they hold, or any where the equation has them and they hold none. */
    private Map<Term.Letter, Double> others(ImplicitDeriving.Curve found, Term answer, Map<Term.Letter, Double> held) {
        Map<Term.Letter, Double> numbers = new HashMap<>(found.values());
        numbers.putAll(held);
        double next = SOME;
        for (Term side : List.of(found.left(), found.right())) {
            for (Term.Letter letter : Letters.in(side)) {
                if (!letter.equals(curve.x())
                        && !letter.equals(curve.y())
                        && numbers.putIfAbsent(letter, next) == null) {
                    next += SOME;
                }
            }
        }
        for (Term.Letter letter : Letters.in(answer)) {
            if (!letter.equals(curve.x()) && !letter.equals(curve.y()) && !numbers.containsKey(letter)) {
                throw new AgException(
                        ErrorCode.BAD_GUESS,
                        "'" + letter.name() + "' is in the answer, and not in the equation",
                        guess.answer().span(),
                        "write a formula in " + curve.x().name() + " and "
                                + curve.y().name());
            }
        }
        return numbers;
    }

    private boolean isMeant(Term answer, Term right, Map<Term.Letter, Double> numbers) {
        return Answer.of(
                        PointEvaluation.of(answer, numbers),
                        guess.answer().span().text())
                .isMeant(PointEvaluation.of(right, numbers));
    }

    private String question(ImplicitDeriving.Curve found) {
        return "derive both sides by " + curve.x().name() + ", where "
                + curve.y().name() + " is a function of "
                + curve.x().name() + ": what is "
                + TextWriter.text(new Term.Derivative(found.left(), curve.x())) + "?";
    }

    private static OpenQuestion open(String asked, ImplicitDerivative derived) {
        List<String> steps = new ArrayList<>();
        for (ImplicitDerivative.Step step : derived.steps()) {
            steps.add(TextWriter.text(step.left()) + " = " + TextWriter.text(step.right()) + "   " + step.rule());
        }
        // The last steps are the answer.
        return new OpenQuestion(asked, steps.subList(0, Math.min(2, steps.size() - 1)), steps, 0);
    }

    /** Points of a curve, found where its sides change places along lines of equal x. */
    private record CurvePoints(Term.Letter x, Term.Letter y, Term difference, Map<Term.Letter, Double> others) {
        private static final int LINES = 24;
        private static final int PLACES = 120;
        private static final double REACH = 6;
        private static final int HALVINGS = 60;
        private static final int ENOUGH = 3;
        private static final double SAME = 1e-7;

        /** Whether two formulas have the same value at each point where both have a value; empty where there are too few. */
        Optional<Boolean> agree(Term a, Term b) {
            int agreed = 0;
            for (int line = 0; line < LINES; line++) {
                double at = REACH * ((2 * line + 0.37) / LINES - 1);
                for (int i = 0; i < PLACES; i++) {
                    Double height =
                            between(at, REACH * (2.0 * i / PLACES - 0.987), REACH * (2.0 * (i + 1) / PLACES - 0.987));
                    if (height == null) {
                        continue;
                    }
                    Map<Term.Letter, Double> point = point(at, height);
                    double left = PointEvaluation.of(a, point);
                    double right = PointEvaluation.of(b, point);
                    if (!Double.isFinite(left) || !Double.isFinite(right)) {
                        continue;
                    }
                    if (Math.abs(left - right) > SAME * Math.max(1, Math.max(Math.abs(left), Math.abs(right)))) {
                        return Optional.of(false);
                    }
                    agreed++;
                }
            }
            return agreed < ENOUGH ? Optional.empty() : Optional.of(true);
        }

        private @Nullable Double between(double at, double from, double to) {
            double low = from;
            double high = to;
            double sign = value(at, low);
            if (!(sign * value(at, high) < 0)) {
                return null;
            }
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                if (sign * value(at, middle) > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            // At a pole the sides change places too.
            return Math.abs(value(at, low)) < SAME * Math.abs(sign) ? (Double) low : null;
        }

        private double value(double at, double height) {
            return PointEvaluation.of(difference, point(at, height));
        }

        private Map<Term.Letter, Double> point(double at, double height) {
            Map<Term.Letter, Double> point = new HashMap<>(others);
            point.put(x, at);
            point.put(y, height);
            return point;
        }
    }
}
