package ag.lang.statements;

import ag.engine.Tape;
import ag.host.Content;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Recorder;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Recording;
import ag.result.Result;
import ag.torch.DescentProgram;
import ag.torch.FormulaProgram;
import ag.torch.NoTorchForm;
import ag.torch.PythonLibrary;
import ag.torch.TorchDescent;
import ag.torch.TorchFormula;
import ag.torch.TorchFormula.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code export L to "l.py"}: a number built on inputs, a function, or a formula in letters, as a function for PyTorch or JAX. What
 * {@code minimize} has made small leaves with the search for its lowest point.
 */
record FormulaExport(Subject subject, Frame frame, String path, PythonLibrary library, Span span) {
    /** Where letters without a value stand while what is built on them is recorded. */
    private static final double ANYWHERE = 0.5;

    void run() {
        if (!path.endsWith(".py")) {
            throw new AgException(
                    ErrorCode.BAD_FILE,
                    "a formula is exported as a program for " + library.title(),
                    span,
                    "write: export " + subject.text() + " to \"" + subject.text() + ".py\"");
        }
        Workspace workspace = frame.machine.workspace;
        String program;
        try {
            program = program(workspace);
        } catch (NoTorchForm missing) {
            throw new AgException(
                    ErrorCode.NOT_EXPORTABLE,
                    missing.what() + ": " + subject.text() + " cannot leave for " + library.title(),
                    subject.of().span(),
                    "");
        }
        workspace.host().files().write(path, new Content.Text(program), span);
        workspace.show(new Result.FileWritten(library.title() + " program", path, span));
    }

    /** The library that is asked for; PyTorch where none is. */
    static PythonLibrary library(Expr.@Nullable Name asked) {
        if (asked == null) {
            return PythonLibrary.TORCH;
        }
        return PythonLibrary.named(asked.name())
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_COMMAND,
                        "a program is for torch, or for jax",
                        asked.span(),
                        "write: export L to \"l.py\" for jax"));
    }

    private String program(Workspace workspace) {
        Datum held = subject.held(frame);
        if (library == PythonLibrary.TORCH
                && held instanceof Datum.Scalar(int node)
                && frame.machine.minimum instanceof LastMinimum minimum
                && minimum.isOf(frame, subject)) {
            TorchFormula formula = number(workspace, node);
            Optional<TorchDescent> descent = minimum.descent(workspace, formula);
            if (descent.isPresent()) {
                return DescentProgram.of(descent.get());
            }
            return FormulaProgram.of(formula, library);
        }
        return FormulaProgram.of(formula(workspace, held), library);
    }

    private TorchFormula formula(Workspace workspace, Datum held) {
        return switch (held) {
            case Callable function -> function(workspace, function);
            case Formula open -> open(workspace, open);
            case Held _ ->
                throw refused(
                        "'" + subject.text()
                                + "' branches on the values of its inputs, as a loop or an if does, and a"
                                + " program would keep the branch that is taken now",
                        "write it as a function, whose 'if' leaves with both its ways: f(x) = if x > 0 then x^2 else"
                                + " 0");
            case Datum.Scalar(int node) -> number(workspace, node);
            case Datum other when Arithmetic.isNumber(other) -> throw Derivations.noInputs(subject.of());
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {
                Gradients.requireNumber(held, subject.of().span());
                throw refused("this is " + Kinds.article(held), "");
            }
        };
    }

    private AgException refused(String problem, String hint) {
        return new AgException(ErrorCode.NOT_EXPORTABLE, problem, subject.of().span(), hint);
    }

    /** A number, with the inputs that it is built on. */
    private TorchFormula number(Workspace workspace, int node) {
        Tape tape = workspace.tape();
        tape.backward(node);
        List<Input> inputs = Derivations.reached(workspace);
        if (inputs.isEmpty()) {
            throw Derivations.noInputs(subject.of());
        }
        int[] leaves = inputs.stream()
                .flatMapToInt(input -> Arrays.stream(input.nodes()))
                .toArray();
        Set<String> names = Set.copyOf(inputs.stream().map(Input::name).toList());
        if (names.size() < inputs.size()) {
            throw refused(
                    "'" + subject.text() + "' is built on two inputs of one name",
                    "give the later one another name, or change the first with set");
        }
        return made(
                inputs.stream().map(input -> variable(workspace, input)).toList(),
                Recording.of(tape, leaves, new int[] {node}));
    }

    /** An input with its numbers. */
    static Variable variable(Workspace workspace, Input input) {
        double[] values = Arrays.stream(input.nodes())
                .mapToDouble(workspace.tape()::value)
                .toArray();
        return input.value() instanceof Tensor tensor
                ? new Variable(
                        input.name(),
                        tensor.isMatrix() ? tensor.rows() : 0,
                        tensor.isMatrix() ? tensor.columns() : tensor.size(),
                        values)
                : Variable.number(input.name(), values[0]);
    }

    /** A function of numbers; an {@code if} in it keeps both its ways. */
    private TorchFormula function(Workspace workspace, Callable function) {
        List<String> letters = function.parameters();
        if (letters.isEmpty() || letters.stream().anyMatch(letter -> letter.endsWith("..."))) {
            throw refused("'" + subject.text() + "' has no numbers to be a function of", "");
        }
        try {
            return recorded(
                    workspace,
                    letters,
                    arguments ->
                            Recorder.traced(workspace, function, subject.of().span(), arguments));
        } catch (AgException problem) {
            Diagnostic diagnostic = problem.diagnostic();
            if (diagnostic.error() != ErrorCode.DECIDED) {
                throw problem;
            }
            throw new AgException(new Diagnostic(
                            ErrorCode.NOT_EXPORTABLE,
                            "this depends on an argument of '" + subject.text()
                                    + "', and a program elsewhere takes one course for all arguments",
                            diagnostic.span(),
                            "an 'if' leaves with both its ways; loops, indices and texts that depend on an argument do"
                                    + " not")
                    .with(new Diagnostic.Label(subject.of().span(), "exported here")));
        }
    }

    private TorchFormula open(Workspace workspace, Formula open) {
        List<String> letters = open.open();
        Tape tape = workspace.tape();
        int mark = tape.mark();
        Map<String, Datum> point = new LinkedHashMap<>();
        letters.forEach(letter -> point.put(letter, new Datum.Num(ANYWHERE)));
        List<TorchFormula> made = new ArrayList<>();
        try (Evaluation evaluation = workspace.evaluation().recorded()) {
            subject.at(frame, open, point, studied -> {
                if (evaluation.everLooked() || !(Held.peeled(studied.held()) instanceof Datum.Scalar(int node))) {
                    throw refused("'" + subject.text() + "' branches on the values of its letters", "");
                }
                int[] leaves = studied.letters().stream()
                        .mapToInt(letter -> letter.node(0))
                        .toArray();
                made.add(made(
                        letters.stream()
                                .map(letter -> Variable.number(letter, ANYWHERE))
                                .toList(),
                        Recording.of(tape, leaves, new int[] {node})));
            });
        } finally {
            tape.rewind(mark);
        }
        return made.getFirst();
    }

    /** What is recorded. */
    @FunctionalInterface
    private interface Computed {
        Datum of(Datum[] arguments);
    }

    private TorchFormula recorded(Workspace workspace, List<String> letters, Computed computed) {
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            Datum[] arguments = letters.stream()
                    .map(_ -> workspace.inputs().anonymous(new Datum.Num(ANYWHERE)))
                    .toArray(Datum[]::new);
            Datum value = computed.of(arguments);
            if (!Arithmetic.isNumber(value)) {
                throw refused(
                        "'" + subject.text() + "' gives " + Kinds.article(value) + ", and a formula one number", "");
            }
            int[] leaves = Arrays.stream(arguments)
                    .mapToInt(each -> ((Datum.Scalar) each).node())
                    .toArray();
            return made(
                    letters.stream()
                            .map(letter -> Variable.number(letter, ANYWHERE))
                            .toList(),
                    Recording.of(tape, leaves, new int[] {workspace.node(value)}));
        } finally {
            tape.rewind(mark);
        }
    }

    private TorchFormula made(List<Variable> variables, Recording recording) {
        return new TorchFormula(
                subject.text(), "", span.source().name() + ", line " + span.line(), variables, recording);
    }
}
