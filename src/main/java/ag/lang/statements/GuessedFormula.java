package ag.lang.statements;

import ag.explain.Answer;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.mistakes.Finding;
import ag.lang.mistakes.Marking;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import ag.result.PracticeResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code guess f' = 2x cos(x^2)}, and {@code guess f'(2) = 3}: the derivative as a formula, or at a point.
 *
 * @param guess with the place at the derivative, where it was written behind the answer
 * @param typed the answer as it was typed
 * @param point gives the point of {@code f'(2)}
 * @param number gives the answer there
 * @param differentiated what the derivative is of, at its point; null where there is no point
 */
record GuessedFormula(
        PracticeStatement.Guess guess,
        String typed,
        @Nullable Code point,
        @Nullable Code number,
        @Nullable Subject differentiated)
        implements Code {
    /** {@code guess f' = 4 at x = 2} asks for the same as {@code guess f' at x = 2 = 4}. */
    static PracticeStatement.Guess placed(PracticeStatement.Guess guess) {
        Expr asked = guess.asked();
        boolean hasPlace = asked instanceof Expr.At
                || (asked instanceof Expr.Call(Expr.Prime _, List<Expr.Argument> arguments, Span _)
                        && arguments.size() == 1
                        && !(arguments.getFirst().value() instanceof Expr.Name));
        return !hasPlace && guess.answer() instanceof Expr.At(Expr answer, List<Expr.Point> points, Span _)
                ? new PracticeStatement.Guess(new Expr.At(asked, points, asked.span()), answer, guess.span())
                : guess;
    }

    static GuessedFormula of(PracticeStatement.Guess written, StatementCompiler compiler, Scope scope) {
        PracticeStatement.Guess guess = placed(written);
        String typed = text(written.answer());
        return guess.asked() instanceof Expr.Call(Expr.Prime _, List<Expr.Argument> arguments, Span _)
                        && arguments.size() == 1
                ? new GuessedFormula(
                        guess,
                        typed,
                        compiler.expressions()
                                .compileDetached(arguments.getFirst().value(), scope),
                        compiler.expressions().compileDetached(guess.answer(), scope),
                        differentiated(guess, compiler, scope))
                : new GuessedFormula(guess, typed, null, null, differentiated(guess, compiler, scope));
    }

    /** For {@code f'(2)}: f at 2. */
    private static @Nullable Subject differentiated(
            PracticeStatement.Guess guess, StatementCompiler compiler, Scope scope) {
        Expr asked = guess.asked();
        Expr below = null;
        List<Expr.Point> points = List.of();
        if (asked instanceof Expr.Call(Expr.Prime prime, List<Expr.Argument> arguments, Span _)
                && arguments.size() == 1) {
            below = below(prime);
            points = List.of(new Expr.Point(null, arguments.getFirst().value()));
        } else if (asked instanceof Expr.At(Expr derivative, List<Expr.Point> at, Span _)) {
            below = below(derivative);
            points = at;
        }
        return below == null
                ? null
                : Subject.of(new Expr.At(below, points, asked.span()), guess.span(), compiler, scope);
    }

    /** What a first derivative is of, or the last one of several; null where there are several letters. */
    private static @Nullable Expr below(Expr derivative) {
        if (derivative instanceof Expr.Prime(Expr function, int order, Span place)) {
            return order == 1
                    ? function
                    : new Expr.Prime(function, order - 1, new Span(place.source(), place.start(), place.end() - 1));
        }
        if (derivative instanceof Expr.Derivative(Expr of, List<Expr.Name> letters, boolean _, Span _)) {
            return letters.size() == 1 ? of : null;
        }
        return derivative instanceof Expr.Quotient quotient
                        && quotient.letters().size() == 1
                ? quotient.of()
                : null;
    }

    @Override
    public Datum run(Frame frame) {
        // Where there is no derivative, no answer is right or wrong.
        if (!isWithout(frame)) {
            try {
                Judged judged = judged(frame);
                frame.machine.workspace.show(judged.marked());
                judged.leaveOpen(frame.machine, guess.span());
            } catch (AgException problem) {
                if (problem.diagnostic().error() != ErrorCode.NO_FORMULA || !isJudgedAsNumber(frame)) {
                    throw problem;
                }
            }
        }
        return Loops.NOTHING;
    }

    /** A function without a formula has a backward pass at a point all the same. */
    private boolean isJudgedAsNumber(Frame frame) {
        if (differentiated == null || number == null) {
            return false;
        }
        Derivations.Asked answer =
                new Derivations.Asked(guess.answer(), number, guess.answer().span());
        return new Guessing(differentiated, answer, this, guess.span()).runsForFunction(frame);
    }

    /** Says so where there is no derivative at the point. */
    private boolean isWithout(Frame frame) {
        if (differentiated == null) {
            return false;
        }
        boolean[] told = {false};
        try {
            differentiated.study(frame, studied -> {
                Studied.Root root = studied.root();
                told[0] = studied.question().tell(root.node(), studied.points(root), guess.span());
            });
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return false;
        }
        return told[0];
    }

    /**
     * The judgement of an answer, and the help that can be asked for after it.
     *
     * @param question null where the answer is right
     */
    record Judged(PracticeResult.Marked marked, @Nullable OpenQuestion question) {
        void leaveOpen(Machine machine, Span span) {
            GuessHelping.leaveOpen(machine, question, span);
        }
    }

    /** The mistakes of calculus that give the answer, where there is a formula; empty where there is none, or no mistake is known. */
    Optional<Judged> mistakes(Frame frame) {
        try {
            return Optional.of(judged(frame))
                    .filter(judged -> !judged.marked().found().isEmpty());
        } catch (AgException _) {
            return Optional.empty();
        }
    }

    private Judged judged(Frame frame) {
        Machine machine = frame.machine;
        Optional<Double> place = number(frame, point);
        AskedDerivative asked = place.isPresent()
                ? AskedDerivative.of(guess.asked(), machine).at(place.get())
                : AskedDerivative.of(guess.asked(), machine);
        FormulaTexts texts = FormulaTexts.open(machine, asked.letters());
        Optional<Term> worth = place.flatMap(_ -> number(frame, number)).map(GuessedFormula::term);
        Term answer = worth.isPresent() ? worth.get() : answer(asked, texts, machine);
        Map<Term.Letter, Double> at = new HashMap<>(asked.values());
        at.putAll(texts.values());
        at.putAll(asked.at());
        Runnable pause = () -> machine.workspace.checkStop(guess.span());
        boolean number = !asked.at().isEmpty() || isNumber(asked, answer, at);
        if (!number) {
            refuseStrangers(asked, answer, texts);
        }
        Marking marking = number
                ? number(asked, answer, at, pause)
                : Marking.formula(asked.function(), asked.by(), answer, pause);
        PracticeResult.Marked marked = result(asked, answer, marking, number);
        return new Judged(
                marked, marked.right() ? null : Hints.of(marked.asked(), asked, number ? at : Map.of(), pause));
    }

    /** What code comes to; empty where letters in it have no value. */
    private static Optional<Double> number(Frame frame, @Nullable Code code) {
        try {
            if (code == null) {
                return Optional.empty();
            }
            Datum datum = code.run(frame);
            return Arithmetic.isNumber(datum)
                    ? Optional.of(frame.machine.workspace.number(datum)).filter(Double::isFinite)
                    : Optional.empty();
        } catch (FreeLetter _) {
            return Optional.empty();
        }
    }

    private static Term term(double number) {
        return Term.number(Rational.of(number));
    }

    /** A plain number is one where all letters have values, and otherwise a formula without letters. */
    private static boolean isNumber(AskedDerivative asked, Term answer, Map<Term.Letter, Double> at) {
        return Letters.in(answer).isEmpty()
                && at.keySet().containsAll(asked.by())
                && at.keySet().containsAll(Letters.in(asked.function()));
    }

    private Marking number(AskedDerivative asked, Term answer, Map<Term.Letter, Double> at, Runnable pause) {
        Set<Term.Letter> letters = new HashSet<>(Letters.in(answer));
        letters.addAll(Letters.in(asked.function()));
        letters.removeAll(at.keySet());
        if (!letters.isEmpty()) {
            String letter = letters.iterator().next().name();
            throw new AgException(
                    ErrorCode.NO_VALUE_YET,
                    "'" + letter + "' has no value yet, and at a point a number is guessed",
                    guess.span(),
                    "give it one: let " + letter + " = 2");
        }
        Answer guessed =
                Answer.of(PointEvaluation.of(answer, at), guess.answer().span().text());
        return Marking.number(asked.function(), asked.by(), at, guessed::isMeant, pause);
    }

    /** In the answer the letters of the derivative are letters, whatever they mean elsewhere. */
    private Term answer(AskedDerivative asked, FormulaTexts texts, Machine machine) {
        return texts.read(AskedDerivative.read(guess.answer(), asked.letters(), machine))
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_GUESS,
                        "the answer is no formula that could be compared",
                        guess.answer().span(),
                        "write a formula in the letters of the function, such as 2x"));
    }

    /** A derivative has no other letters than its function. */
    private void refuseStrangers(AskedDerivative asked, Term answer, FormulaTexts texts) {
        Set<Term.Letter> letters = new LinkedHashSet<>(asked.by());
        letters.addAll(asked.letters());
        letters.addAll(Letters.in(asked.function()));
        for (Term.Letter stranger : Letters.in(answer)) {
            if (!letters.contains(stranger) && !texts.values().containsKey(stranger)) {
                String known = letters.stream().map(Term.Letter::name).collect(Collectors.joining(", "));
                throw new AgException(
                        ErrorCode.BAD_GUESS,
                        "'" + stranger.name() + "' is in the answer, and not in what is derived",
                        guess.answer().span(),
                        "write a formula in " + known + ", or give " + stranger.name() + " a meaning: let "
                                + stranger.name() + " = 2");
            }
        }
    }

    private PracticeResult.Marked result(AskedDerivative asked, Term answer, Marking marking, boolean number) {
        if (marking.verdict() == Marking.Verdict.UNKNOWN) {
            throw new AgException(
                    ErrorCode.NO_COMMON_POINT,
                    "the answer and " + text(guess.asked())
                            + " have no values at common points, so they can't be compared",
                    guess.answer().span(),
                    "write it so that it has a value where " + text(guess.asked()) + " has one");
        }
        boolean right = marking.isRight();
        return new PracticeResult.Marked(
                text(guess.asked()),
                typed,
                right,
                number ? "" : marking.same(answer),
                marking.found().stream().map(found -> mistakes(found, asked)).toList(),
                marking.question(),
                guess.span());
    }

    private static List<PracticeResult.Mistaken> mistakes(Finding finding, AskedDerivative asked) {
        return finding.made().stream()
                .map(made -> new PracticeResult.Mistaken(
                        made.mistake().code(),
                        made.where().equals(asked.function()) ? "" : TextWriter.text(made.where()),
                        made.mistake().words()))
                .toList();
    }

    static String text(Expr expression) {
        return expression.span().text().strip().replaceAll("\\s+", " ");
    }
}
