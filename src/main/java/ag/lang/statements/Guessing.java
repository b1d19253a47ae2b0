package ag.lang.statements;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.explain.Answer;
import ag.explain.Judge;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code guess grad(L, a) = 4}: a number that a backward pass comes to.
 *
 * @param formula judges the same as a formula, for letters without a value
 */
public record Guessing(
        Derivations.Asked of, Derivations.Asked input, Derivations.Asked answer, GuessedFormula formula, Span span)
        implements Code {
    static Code compile(Statement.Guess guess, StatementCompiler compiler, Scope scope) {
        if (!AskedDerivative.isOne(guess.asked())) {
            throw AskedDerivative.none(guess.asked().span());
        }
        GuessedFormula formula = GuessedFormula.of(guess, compiler, scope);
        return AskedDerivative.isGradient(guess.asked())
                        && guess.asked() instanceof Expr.Call(Expr _, List<Expr.Argument> arguments, Span _)
                ? new Guessing(
                        Derivations.Asked.of(arguments.getFirst().value(), compiler, scope),
                        Derivations.Asked.of(arguments.getLast().value(), compiler, scope),
                        Derivations.Asked.of(guess.answer(), compiler, scope),
                        formula,
                        guess.span())
                : formula;
    }

    @Override
    public Datum run(Frame frame) {
        try {
            judge(frame);
            return Loops.NOTHING;
        } catch (FreeLetter _) {
            return formula.run(frame);
        }
    }

    private void judge(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        Datum value = of.code().run(frame);
        Answer guess = answer(workspace, answer.code().run(frame));
        Views.Target target = target(frame);
        // What is right is right, whatever is supposed.
        Fault supposed = tape.inject(null);
        try {
            int root = GraphNames.root(workspace, value, of);
            List<Point> points = Views.points(tape, List.of(target));
            Judge.Judgement judged = new Judge(tape, GraphNames.of(frame.machine), of.text()).of(target.node(), guess);
            Optional<Result.Marked> marked =
                    judged.right() || !judged.found().isEmpty() || judged.hint().isEmpty()
                            ? Optional.empty()
                            : formula.mistakes(frame);
            workspace.show(
                    marked.isPresent()
                            ? marked.get()
                            : new Result.Guessed(
                                    of.text(),
                                    target.text(),
                                    guess.value(),
                                    judged.right(),
                                    judged.found(),
                                    judged.relation(),
                                    judged.hint(),
                                    span));
            of.question(frame).tell(root, points, span);
        } finally {
            tape.inject(supposed);
        }
    }

    private Answer answer(Workspace workspace, Datum datum) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    "wrong-type",
                    "a guess is a number, and this is " + Kinds.article(datum),
                    answer.span(),
                    "write: guess grad(" + of.text() + ", " + input.text() + ") = 4");
        }
        return Answer.of(workspace.number(datum), answer.text());
    }

    private Views.Target target(Frame frame) {
        List<Views.Target> targets = Views.targets(frame, List.of(input));
        if (targets.size() != 1) {
            throw new AgException(
                    "not-a-number",
                    "one number is guessed at a time, and '" + input.text() + "' has " + targets.size() + " elements",
                    input.span(),
                    "name one of them: " + input.text() + "[0]");
        }
        return targets.getFirst();
    }
}
