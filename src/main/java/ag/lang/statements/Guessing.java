package ag.lang.statements;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.explain.Answer;
import ag.explain.Judge;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Notation;
import ag.result.PracticeResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs {@code guess grad(L, a) = 4}: a number that a backward pass comes to.
 *
 * @param formula judges the same as a formula, for letters without a value
 */
public record Guessing(Subject subject, Derivations.Asked answer, GuessedFormula formula, Span span) implements Code {
    static Code compile(PracticeStatement.Guess written, StatementCompiler compiler, Scope scope) {
        PracticeStatement.Guess guess = GuessedFormula.placed(written);
        Optional<Code> slope = GuessedSlope.of(guess, GuessedFormula.text(written.answer()), compiler, scope);
        if (slope.isPresent()) {
            return slope.get();
        }
        if (!AskedDerivative.isOne(guess.asked(), compiler, scope)) {
            throw AskedDerivative.none(guess.asked().span());
        }
        GuessedFormula formula = GuessedFormula.of(written, compiler, scope);
        return AskedDerivative.isGradient(guess.asked())
                        && guess.asked() instanceof Expr.Call(Expr _, List<Expr.Argument> arguments, Span _)
                ? new Guessing(
                        Subject.of(
                                arguments.getFirst().value(),
                                List.of(arguments.getLast().value()),
                                guess.span(),
                                compiler,
                                scope),
                        Derivations.Asked.of(guess.answer(), compiler, scope),
                        formula,
                        guess.span())
                : formula;
    }

    @Override
    public Datum run(Frame frame) {
        Datum held = subject.held(frame);
        if (held instanceof Formula) {
            return formula.run(frame);
        }
        // An answer is judged by the true derivatives, not by those of {@code suppose}.
        Tape tape = frame.machine.workspace.tape();
        Fault supposed = tape.inject(null);
        try {
            subject.study(frame, held, this::judge);
        } catch (FreeLetter _) {
            return formula.run(frame);
        } finally {
            tape.inject(supposed);
        }
        return Loops.NOTHING;
    }

    /** Judges the derivative of a function at its place; nothing happens where it is none. */
    boolean runsForFunction(Frame frame) {
        Datum held = subject.held(frame);
        if (!(held instanceof Callable)) {
            return false;
        }
        subject.study(frame, held, this::judge);
        return true;
    }

    private void judge(Studied studied) {
        Workspace workspace = studied.workspace();
        Tape tape = workspace.tape();
        Answer guess = answer(workspace, answer.code().run(studied.frame()));
        Studied.Look look = studied.look();
        Views.Target target = target(look.targets());
        List<Point> points = Views.points(tape, List.of(target));
        // Where there is none, no answer is right or wrong; what a backward pass takes there is a convention.
        if (studied.question().tell(look.root().node(), points, span)) {
            return;
        }
        tape.backward(look.root().node());
        Judge.Judgement judged = new Judge(tape, look.names(), studied.text()).of(target.node(), guess);
        Optional<GuessedFormula.Judged> marked =
                judged.right() || !judged.found().isEmpty() || judged.hint().isEmpty()
                        ? Optional.empty()
                        : formula.mistakes(studied.frame());
        workspace.show(
                marked.isPresent()
                        ? marked.get().marked()
                        : new PracticeResult.Guessed(
                                studied.text(),
                                target.text(),
                                guess.value(),
                                judged.right(),
                                judged.found(),
                                judged.relation(),
                                judged.hint(),
                                span));
        if (marked.isPresent()) {
            marked.get().leaveOpen(studied.frame().machine, span);
        } else {
            GuessHelping.leaveOpen(studied.frame().machine, judged.right() ? null : open(studied, look, target), span);
        }
    }

    /** What helps on with a number: the relation, the local rule, and then the number. */
    private static OpenQuestion open(Studied studied, Studied.Look look, Views.Target target) {
        Tape tape = studied.workspace().tape();
        tape.backward(look.root().node());
        Judge judge = new Judge(tape, look.names(), studied.text());
        String asked = Notation.derivative(studied.text(), target.text());
        List<String> hints = Stream.of(judge.relation(target.node()), judge.hint(target.node()))
                .filter(hint -> !hint.isEmpty())
                .toList();
        String number = studied.frame().machine.format.number(tape.gradient(target.node()));
        return new OpenQuestion(asked, hints, List.of(asked + " = " + number), 0);
    }

    private Answer answer(Workspace workspace, Datum datum) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "a guess is a number, and this is " + Kinds.article(datum),
                    answer.span(),
                    "write: guess grad(" + subject.text() + ", "
                            + subject.inputs().getFirst().text() + ") = 4");
        }
        return Answer.of(workspace.number(datum), answer.text());
    }

    private Views.Target target(List<Views.Target> targets) {
        if (targets.size() != 1) {
            Derivations.Asked input = subject.inputs().getFirst();
            throw new AgException(
                    ErrorCode.NOT_A_NUMBER,
                    "one number is guessed at a time, and '" + input.text() + "' has " + targets.size() + " elements",
                    input.span(),
                    "name one of them: " + input.text() + "[0]");
        }
        return targets.getFirst();
    }
}
