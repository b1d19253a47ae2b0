package ag.lang.statements;

import ag.engine.Tape;
import ag.explain.Explanation;
import ag.explain.NodeNames;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Tensor;
import ag.result.DerivativeResult;
import ag.result.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the statements that show how a result and its gradients come about. */
public final class Views {
    /** A vector of more elements is not gone through one by one. */
    private static final int MOST_ELEMENTS = 16;
    /** This many tell that there are too many: a million need no names. */
    private static final int TOO_MANY = MOST_ELEMENTS + 1;

    private Views() {}

    /** {@code trace L}. */
    public record Trace(Subject subject, @Nullable String path, Span span) implements Code {
        static Code compile(DerivativeStatement.Trace trace, StatementCompiler compiler, Scope scope) {
            return new Trace(Subject.of(trace.of(), trace.span(), compiler, scope), trace.path(), trace.span());
        }

        @Override
        public Datum run(Frame frame) {
            Datum held = subject.held(frame);
            refuseMatrix(Held.peeled(held));
            Presented presented = Presented.of("trace", frame.machine, subject, held, path, span);
            subject.study(frame, held, studied -> show(studied, presented));
            return Loops.NOTHING;
        }

        private void show(Studied studied, Presented presented) {
            Studied.Root root = studied.root();
            List<Point> points = studied.points(root);
            Tape tape = studied.workspace().tape();
            presented.show(
                    studied,
                    List.of(new DerivativeResult.Traced(
                            studied.text(), ag.explain.Trace.of(tape, studied.names()), span)),
                    true);
            studied.question().tell(root.node(), points, span);
        }

        /** The word stands for two things: the table of a number, and the sum of a matrix's diagonal. */
        private void refuseMatrix(Datum value) {
            if (value instanceof Tensor tensor && tensor.isMatrix()) {
                throw new AgException(
                        ErrorCode.NOT_A_NUMBER,
                        "trace shows how a number came about, and this is a " + tensor.shape(),
                        subject.of().span(),
                        "the trace of a matrix, the sum of its diagonal, is called without a space: trace(A)");
            }
        }
    }

    /** {@code explain L wrt a}. */
    public record Explain(Subject subject, @Nullable String path, Span span) implements Code {
        static Code compile(DerivativeStatement.Explain explain, StatementCompiler compiler, Scope scope) {
            return new Explain(
                    Subject.of(explain.of(), explain.inputs(), explain.span(), compiler, scope),
                    explain.path(),
                    explain.span());
        }

        @Override
        public Datum run(Frame frame) {
            Datum held = subject.held(frame);
            Presented presented = Presented.of("explanation", frame.machine, subject, held, path, span);
            subject.study(frame, held, studied -> show(studied, presented));
            return Loops.NOTHING;
        }

        private void show(Studied studied, Presented presented) {
            Studied.Look look = studied.look();
            Tape tape = studied.workspace().tape();
            List<Point> points = points(tape, look.targets());
            Explanation explanation = new Explanation(tape, look.names(), studied.text());
            List<Result> results = new ArrayList<>();
            for (Target target : look.targets()) {
                results.add(explanation.of(target.text(), target.node(), span));
            }
            presented.show(studied, results, true);
            studied.question().tell(look.root().node(), points, span);
        }
    }

    /** What a derivative is taken with respect to: one node, and how it is written. */
    record Target(String text, int node) {}

    /** The targets of a view, with the derivatives that the backward pass gave it. */
    static List<Point> points(Tape tape, List<Target> targets) {
        return targets.stream()
                .map(target -> new Point(target.text(), target.node(), tape.gradient(target.node())))
                .toList();
    }

    /**
     * The nodes behind {@code wrt a, v}; a vector's elements one by one.
     *
     * @param value gives what was named
     */
    static List<Target> targets(List<Derivations.Asked> inputs, Function<Derivations.Asked, Datum> value) {
        List<Target> targets = new ArrayList<>();
        for (Derivations.Asked asked : inputs) {
            Datum input = value.apply(asked);
            int[] nodes = Gradients.nodes(input, asked.span());
            if (nodes.length > MOST_ELEMENTS) {
                throw new AgException(
                        ErrorCode.TOO_MANY,
                        "'" + asked.text() + "' has " + nodes.length + " elements",
                        asked.span(),
                        "name one of them: " + element(asked.text(), input, 0));
            }
            for (int i = 0; i < nodes.length; i++) {
                targets.add(new Target(element(asked.text(), input, i), nodes[i]));
            }
        }
        return targets;
    }

    /** How an element is written: {@code v[3]}, {@code A[1, 2]}; a number as it is. */
    static String element(String name, Datum whole, int index) {
        return whole instanceof Tensor tensor ? name + tensor.place(index) : name;
    }

    /** All inputs, element by element, that the root of the last backward pass depends on. */
    static List<Target> reached(Tape tape, NodeNames names, Derivations.Asked of) {
        List<Target> targets = new ArrayList<>();
        for (int node = 0; node <= tape.gradientRoot() && targets.size() < TOO_MANY; node++) {
            if (tape.isInput(node) && tape.isReached(node)) {
                targets.add(new Target(names.of(node), node));
            }
        }
        return few(targets, of);
    }

    /** All leaves of some inputs. */
    static List<Target> of(List<Input> inputs, NodeNames names, Derivations.Asked of) {
        return few(
                inputs.stream()
                        .flatMapToInt(input -> Arrays.stream(input.nodes()))
                        .limit(TOO_MANY)
                        .mapToObj(node -> new Target(names.of(node), node))
                        .toList(),
                of);
    }

    private static List<Target> few(List<Target> targets, Derivations.Asked of) {
        if (targets.size() > MOST_ELEMENTS) {
            throw new AgException(
                    ErrorCode.TOO_MANY,
                    "'" + of.text() + "' depends on more than " + MOST_ELEMENTS + " inputs",
                    of.span(),
                    "name the one you want: wrt " + targets.getLast().text());
        }
        return targets;
    }
}
