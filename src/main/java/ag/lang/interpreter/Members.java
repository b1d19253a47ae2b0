package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import org.jspecify.annotations.Nullable;

/** Runs {@code a.grad}, and the members of models and data sets. */
public record Members(Code target, Expr.Member place) implements Code {
    @Override
    public Datum run(Frame frame) {
        Datum of = target.run(frame);
        if (place.name().equals("grad")) {
            return gradient(frame, of);
        }
        if (of instanceof WithMembers thing) {
            return member(frame.machine.workspace, thing, place.name(), place.nameSpan());
        }
        if (of instanceof Datum.Items list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(WithMembers.class::isInstance)) {
            Workspace workspace = frame.machine.workspace;
            return Lists.of(
                    workspace,
                    list.items().stream()
                            .map(item -> member(workspace, (WithMembers) item, place.name(), place.nameSpan()))
                            .toList());
        }
        throw new AgException(
                ErrorCode.UNKNOWN_MEMBER,
                Kinds.article(of) + " has no '" + place.name() + "'",
                place.nameSpan(),
                "inputs have .grad, after backward");
    }

    /** The part of a thing that has this name. */
    static Datum member(Workspace workspace, WithMembers thing, String name, Span span) {
        Datum member = thing.member(workspace, name);
        if (member == null) {
            throw new AgException(
                    ErrorCode.UNKNOWN_MEMBER,
                    "a " + thing.kind() + " has no '" + name + "'",
                    span,
                    "it has: " + String.join(", ", thing.members()));
        }
        return member;
    }

    private Datum gradient(Frame frame, Datum of) {
        Input input = inputOf(frame.machine, of);
        if (input == null) {
            throw new AgException(
                    ErrorCode.NOT_AN_INPUT,
                    "only inputs keep a gradient, and this is none",
                    place.target().span(),
                    "inputs are made with let; the derivative with respect to a formula is grad(…, "
                            + place.target().span().text() + ")");
        }
        double[] accumulated = input.accumulated();
        return accumulated == null ? new Datum.NotComputed() : input.shaped(accumulated.clone());
    }

    /** The input that a value is, whole; null where it is none. */
    public static @Nullable Input inputOf(Machine machine, Datum datum) {
        int first = switch (datum) {
            case Datum.Scalar scalar -> scalar.node();
            case Tensor tensor when tensor.hasHistory() && tensor.size() > 0 -> tensor.node(0);
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> -1;
        };
        if (first < 0 || !machine.workspace.tape().isInput(first)) {
            return null;
        }
        Input input = machine.workspace.inputs().ownerOf(first);
        int size = datum instanceof Tensor tensor ? tensor.size() : 1;
        return input != null && input.size() == size && input.node(0) == first ? input : null;
    }
}
