package ag.lang.interpreter;

import ag.lang.builtins.Fresh;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arguments;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A function of the program with the frame it was written in. */
public record Closure(
        FunctionCode code, Machine machine, @Nullable Frame outer) implements Callable {
    @Override
    public String name() {
        return code.name();
    }

    @Override
    public String signature() {
        return code.signature();
    }

    @Override
    public List<String> parameters() {
        return code.parameters();
    }

    /** The parameters that have no value of their own when they are left out. */
    public List<String> needed() {
        return IntStream.range(0, code.parameters().size())
                .filter(i -> code.standards().get(i) == null)
                .mapToObj(code.parameters()::get)
                .toList();
    }

    /** Whether a global name stands in what it computes, or in the functions that it calls: a in f(x) = a x². */
    public boolean mentions(String name) {
        return mentions(name, new HashSet<>());
    }

    private boolean mentions(String name, Set<FunctionCode> seen) {
        return seen.add(code)
                && !code.parameters().contains(name)
                && code.names().stream()
                        .anyMatch(cell -> cell.name.equals(name)
                                || (cell.value instanceof Closure called && called.mentions(name, seen)));
    }

    @Override
    public int arity() {
        return code.standards().stream().anyMatch(java.util.Objects::nonNull)
                ? -1
                : code.parameters().size();
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        Frame frame = Frame.call(machine, code.frameSize(), outer);
        bind(frame, arguments);
        for (int slot : code.derived()) {
            Datum given = frame.slots[slot];
            if (slot < code.parameters().size() && given != null) {
                // In f(t, t) the derivative by the first parameter goes by that one alone, and what the body computes
                // first follows.
                frame.slots[slot] = ofItsOwn(workspace, given, arguments);
            }
        }
        Datum result;
        try (Evaluation.Call _ = workspace.evaluation().call(arguments.span())) {
            result = code.body().run(frame);
            if (frame.leaving != null) {
                result = returned(frame);
            }
            if (frame.leftByLook) {
                workspace.evaluation().look();
            }
        }
        if (Datum.holdsFunction(result) && frame.holdsChosen()) {
            // A function made in the call goes on reading the call's names.
            workspace.evaluation().look();
        }
        return result;
    }

    private static Datum ofItsOwn(Workspace workspace, Datum value, Arguments arguments) {
        return switch (value) {
            case Datum.Num number -> Fresh.of(workspace, number, arguments.site(), arguments.span());
            case Datum.Scalar number -> Fresh.of(workspace, number, arguments.site(), arguments.span());
            case Held.Chosen(Datum.Scalar number) ->
                new Held.Chosen(Fresh.of(workspace, number, arguments.site(), arguments.span()));
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> value;
        };
    }

    @Override
    public Datum repeated(Workspace workspace, Datum start, int times, boolean plain, Span span, int site) {
        NumberProgram program = NumberProgram.ofStep(this);
        NumberRun run = program == null ? null : NumberRun.ofStep(program, Frame.call(machine, 0, null), start, plain);
        int done = run == null ? 0 : run.steps(times, span);
        Datum reached = run == null ? start : run.value();
        return Callable.super.repeated(workspace, reached, times - done, plain, span, site);
    }

    /** What {@code return} has left in its place. */
    private Datum returned(Frame frame) {
        Datum held = code.returnSlot() < 0 ? null : frame.slots[code.returnSlot()];
        if (held == null) {
            return Loops.NOTHING;
        }
        return held instanceof Held chosen ? machine.current(chosen, code.name(), code.span()) : held;
    }

    private void bind(Frame frame, Arguments arguments) {
        int count = code.parameters().size();
        if (arguments.count() > count) {
            throw wrongCount(arguments);
        }
        if (arguments.names() == null) {
            System.arraycopy(arguments.values(), 0, frame.slots, 0, arguments.count());
        } else {
            bindNamed(frame, arguments, arguments.names());
        }
        for (int i = 0; i < count; i++) {
            if (frame.slots[i] == null) {
                Code standard = code.standards().get(i);
                if (standard == null) {
                    throw wrongCount(arguments);
                }
                frame.slots[i] = Held.of(standard, frame);
            }
        }
    }

    private void bindNamed(Frame frame, Arguments arguments, @Nullable String[] names) {
        int position = 0;
        for (int i = 0; i < arguments.count(); i++) {
            String name = names[i];
            int at = name == null ? position++ : code.parameters().indexOf(name);
            if (at < 0) {
                throw arguments.problem(
                        i,
                        ErrorCode.UNKNOWN_ARGUMENT,
                        code.name() + " has no argument '" + name + "'",
                        "write: " + signature());
            }
            if (frame.slots[at] != null) {
                throw arguments.problem(
                        i,
                        ErrorCode.REPEATED_ARGUMENT,
                        "'" + code.parameters().get(at) + "' is given twice",
                        "write: " + signature());
            }
            frame.slots[at] = arguments.get(i);
        }
    }

    private AgException wrongCount(Arguments arguments) {
        int count = arguments.count();
        String given = count == 0 ? "no arguments" : count == 1 ? "1 argument" : count + " arguments";
        return new AgException(new Diagnostic(
                        ErrorCode.WRONG_CALL,
                        code.name() + " is called with " + given,
                        arguments.span(),
                        code.isAnonymous()
                                ? "it takes " + String.join(", ", code.parameters())
                                : "write: " + signature())
                .with(new Diagnostic.Label(code.span(), "defined here")));
    }
}
