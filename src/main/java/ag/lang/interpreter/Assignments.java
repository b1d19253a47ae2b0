package ag.lang.interpreter;

import ag.data.RandomSource;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what gives names a value. */
public final class Assignments {
    private Assignments() {}

    /** Where a name's value is kept. */
    public sealed interface Place {
        void put(Frame frame, Datum datum, Cell.Role role);

        /** Tells of formulas that go on with the input that the name stood for. */
        default void warn(Frame frame, Supplier<String> value) {}
    }

    record LocalPlace(int slot) implements Place {
        @Override
        public void put(Frame frame, Datum datum, Cell.Role role) {
            frame.slots[slot] = datum;
        }
    }

    record GlobalPlace(Cell cell, Span span) implements Place {
        @Override
        public void warn(Frame frame, Supplier<String> value) {
            if (cell.role == Cell.Role.INPUT) {
                EarlierInput.warn(frame.machine, cell, value, span);
            }
        }

        @Override
        public void put(Frame frame, Datum datum, Cell.Role role) {
            frame.machine.globals.define(cell, datum, role, span);
        }
    }

    /**
     * What is to be named: evaluated once, and known by whether it looked at values with history.
     *
     * @param names the global names it uses
     * @param follows whether the name can outlive a change of the inputs, so that it must be evaluated again when it looked at them
     */
    public record Value(Code code, Set<Cell> names, boolean follows) {
        public Evaluated evaluate(Frame frame) {
            try (Evaluation evaluation = frame.machine.workspace.evaluation().formula()) {
                Datum datum = code.run(frame);
                return new Evaluated(this, datum, evaluation.looked(), evaluation.beforeDraws());
            }
        }
    }

    /**
     * What evaluating a formula gave.
     *
     * @param random the random numbers as they stood before it drew any; null where it drew none
     */
    public record Evaluated(
            Value of, Datum datum, boolean looked, @Nullable RandomSource random) {
        /** Whether inputs decide about the value, by its history or by what was looked at. */
        public boolean dependsOnInputs() {
            return looked || Arithmetic.hasHistory(datum);
        }

        /** What a name for it holds. */
        public Datum held(Frame frame) {
            return looked && of.follows && !(datum instanceof Formula)
                    ? new Definition(frame.machine, of.code, frame, of.names, random, datum)
                    : Held.of(datum, looked);
        }
    }

    /**
     * {@code L = a*k}.
     *
     * @param written the place of a formula at the top level; null elsewhere
     */
    public record Define(
            String name, Place place, Value value, @Nullable Span written, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            if (define(frame) instanceof Datum.Nothing) {
                throw new AgException(
                        ErrorCode.NO_VALUE,
                        "this gives no value to name",
                        span,
                        "the last line of a block is its value");
            }
            return Loops.NOTHING;
        }

        /** Adds what it does to a program; answers whether that can be done. */
        boolean emit(NumberProgram.Builder program) {
            return program.define(place, program.emit(value.code));
        }

        /** Names the value, and gives it; where there is none, the name stays what it was. */
        public Datum define(Frame frame) {
            return value.follows ? defineFollowing(frame) : defineLocal(frame);
        }

        /** A local name needs no more than to know whether something was looked at; functions name values often. */
        private Datum defineLocal(Frame frame) {
            Datum held = Held.of(value.code, frame);
            Datum datum = Held.peeled(held);
            if (!(datum instanceof Datum.Nothing)) {
                place.put(frame, held, Cell.Role.CONSTANT);
            }
            return datum;
        }

        private Datum defineFollowing(Frame frame) {
            Evaluated evaluated = value.evaluate(frame);
            if (!(evaluated.datum instanceof Datum.Nothing)) {
                place.warn(
                        frame,
                        () -> span.text()
                                .substring(span.text().indexOf('=') + 1)
                                .strip());
                put(frame, evaluated);
            }
            return evaluated.datum;
        }

        void put(Frame frame, Evaluated evaluated) {
            Datum held = evaluated.held(frame);
            if (held instanceof Formula formula
                    && place instanceof GlobalPlace(Cell cell, Span _)
                    && formula.hangsOn(cell)) {
                throw new AgException(
                        ErrorCode.GIVEN_BY_ITSELF,
                        "'" + name + "' has no value yet, and here it is given by itself",
                        span,
                        "give it a value first: " + name + " = 2");
            }
            Cell.Text text = written == null ? null : Cell.Text.of(written, value.names);
            place.put(frame, held, role(held));
            if (text != null && place instanceof GlobalPlace(Cell cell, Span _)) {
                cell.text(text);
            }
        }
    }

    private static Cell.Role role(Datum held) {
        return switch (held) {
            case Held _, Formula _ -> Cell.Role.FORMULA;
            case Datum.Function _ -> Cell.Role.FUNCTION;
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ ->
                Arithmetic.hasHistory(held) ? Cell.Role.FORMULA : Cell.Role.CONSTANT;
        };
    }

    /** {@code (a, b) = split(d, 0.8)}. */
    record Unpack(List<Place> places, Value value, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Evaluated evaluated = value.evaluate(frame);
            Datum all = evaluated.held(frame);
            List<Datum> parts = parts(evaluated.datum);
            for (int i = 0; i < parts.size(); i++) {
                Datum part = Held.item(frame.machine, all, parts.get(i), new Part(i));
                places.get(i).put(frame, part, role(part));
            }
            return Loops.NOTHING;
        }

        private List<Datum> parts(Datum datum) {
            return Collections.parts(datum, places.size(), "value", "give one name for each value", span);
        }

        /** The part for one of the names, of the values that a {@link Definition} in the first slot stands for. */
        private final class Part implements Code {
            private final int index;

            private Part(int index) {
                this.index = index;
            }

            @Override
            public Datum run(Frame frame) {
                return parts(frame.machine.current(frame.slots[0], "", span)).get(index);
            }
        }
    }

    /** {@code let a = 2}: an input, or, where the value depends on one, a formula. */
    record Let(Define formula, Span valueSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Evaluated evaluated = evaluated(frame);
            Datum datum = evaluated.datum;
            if (evaluated.dependsOnInputs()) {
                workspace.note(
                        "'" + formula.name
                                + "' depends on inputs, so it is a formula, not an input: it follows them, and set"
                                + " cannot change it",
                        formula.span);
                formula.put(frame, evaluated);
                return Loops.NOTHING;
            }
            if (!Arithmetic.isNumber(datum) && !(datum instanceof Tensor)) {
                throw new AgException(
                        ErrorCode.BAD_INPUT,
                        "an input is a number, a vector or a matrix, and this is " + Kinds.article(datum),
                        valueSpan,
                        "name it without let: " + formula.name + " = …");
            }
            formula.place.warn(frame, valueSpan::text);
            formula.place.put(
                    frame, workspace.inputs().create(formula.name, datum).value(), Cell.Role.INPUT);
            return Loops.NOTHING;
        }

        private Evaluated evaluated(Frame frame) {
            try {
                return formula.value.evaluate(frame);
            } catch (FreeLetter letter) {
                throw new AgException(
                        ErrorCode.BAD_INPUT,
                        "let makes an input of a number, and this is a formula in letters without a value",
                        valueSpan,
                        "name it without let: " + formula.name + " = " + valueSpan.text());
            }
        }
    }

    /** Names a function. */
    record Function(Place place, FunctionCode code) implements Code {
        /** {@code f(x) = 0} was perhaps meant as an equation where f is a function already. */
        private void warn(Machine machine, Cell cell, Span span) {
            Expr formula = code.formula();
            if (!(cell.read() instanceof Callable) || formula == null || mentionsParameter(formula)) {
                return;
            }
            machine.workspace.note(
                    "'" + code.signature() + "' is now " + formula.span().text()
                            + " everywhere, and the earlier " + cell.name
                            + " is gone; for an equation define " + cell.name + " again and write: "
                            + formula.span().text() + " = " + code.signature(),
                    span);
        }

        private boolean mentionsParameter(Expr formula) {
            boolean[] found = {false};
            Parts.each(
                    formula,
                    part -> found[0] |=
                            part instanceof Expr.Name name && code.parameters().contains(name.name()));
            return found[0];
        }

        @Override
        public Datum run(Frame frame) {
            boolean nested = place instanceof LocalPlace || frame.slots.length > 0;
            if (place instanceof GlobalPlace(Cell cell, Span span)) {
                warn(frame.machine, cell, span);
            }
            place.put(frame, new Closure(code, frame.machine, nested ? frame : null), Cell.Role.FUNCTION);
            return Loops.NOTHING;
        }
    }
}
