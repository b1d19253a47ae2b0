package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Evaluation;

/**
 * What the place of a name holds where the value depends on values that were looked at: whoever reads the name looks at them too.
 * So it is the name's value that carries this on, and a name that is not read, or whose value ends in {@code detach}, does not.
 */
public sealed interface Held extends Datum.Thing permits Held.Chosen, Definition {
    /** A local name of a call: the value lives as long as the call, and what the call gives is evaluated again as a whole. */
    record Chosen(Datum value) implements Held {}

    @Override
    default String kind() {
        return "formula";
    }

    /** Evaluates what a local name is to stand for. */
    static Datum of(Code code, Frame frame) {
        try (Evaluation.Part part = frame.machine.workspace.evaluation().part()) {
            return of(code.run(frame), part.looked());
        }
    }

    /** A value for a local name, which carries on that something was looked at. A formula in letters is evaluated at each reading. */
    static Datum of(Datum datum, boolean looked) {
        return looked && !(datum instanceof Held) && !(datum instanceof Formula) ? new Chosen(datum) : datum;
    }

    /**
     * What a name for a part of a value holds, where {@code all} is what a name for the whole would hold.
     *
     * @param part takes the part out of what is in the first slot of its frame
     */
    static Datum item(Machine machine, Datum all, Datum value, Code part) {
        return all instanceof Definition whole
                ? Definition.item(machine, whole, part, value)
                : of(value, all instanceof Held);
    }

    /** The value itself, as it was when last evaluated. */
    static Datum peeled(Datum datum) {
        if (!(datum instanceof Held held)) {
            return datum;
        }
        return switch (held) {
            case Chosen chosen -> chosen.value;
            case Definition definition -> definition.last();
        };
    }
}
