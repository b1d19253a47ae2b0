package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Callable;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs what gives names a value. */
public final class Assignments {
    private Assignments() {}

    /** Where a name's value is kept. */
    public sealed interface Place {
        void put(Frame frame, Datum datum, Cell.Role role);

        /** Tells of formulas that go on with the input that the name stood for. */
        default void warn(Frame frame, String value) {}
    }

    record LocalPlace(int slot) implements Place {
        @Override
        public void put(Frame frame, Datum datum, Cell.Role role) {
            frame.slots[slot] = datum;
        }
    }

    record GlobalPlace(Cell cell, Span span) implements Place {
        @Override
        public void warn(Frame frame, String value) {
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
     * {@code L = a*k}.
     *
     * @param names the global names the formula uses
     * @param keepsCourse whether a formula that chose its course by values must be able to choose again
     * @param written the place of a formula at the top level; null elsewhere
     */
    public record Define(
            String name,
            Place place,
            Code value,
            Set<Cell> names,
            boolean keepsCourse,
            @Nullable Span written,
            Span span)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            if (define(frame) instanceof Datum.Nothing) {
                throw new AgException(
                        "no-value", "this gives no value to name", span, "the last line of a block is its value");
            }
            return Loops.NOTHING;
        }

        /** Names the value, and gives it; where there is none, the name stays what it was. */
        public Datum define(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            boolean decidedBefore = workspace.decided();
            boolean drewBefore = workspace.drew();
            workspace.decided(false);
            workspace.drew(false);
            Datum datum = value.run(frame);
            Cell.Text text = written == null ? null : Cell.Text.of(written, names);
            boolean chose = workspace.decided();
            if (!(datum instanceof Datum.Nothing)) {
                place.warn(frame, span.text().substring(span.text().indexOf('=') + 1).strip());
                Datum held = chose && keepsCourse
                        ? new Definition(frame.machine, value, frame, names, workspace.beforeDraws(), datum)
                        : datum;
                place.put(frame, held, role(held));
                if (text != null && place instanceof GlobalPlace(Cell cell, Span _)) {
                    cell.text(text);
                }
            }
            workspace.decided(chose || decidedBefore);
            workspace.drew(workspace.drew() || drewBefore);
            return datum;
        }

        private static Cell.Role role(Datum held) {
            return switch (held) {
                case Definition _, Formula _ -> Cell.Role.FORMULA;
                case Datum.Function _ -> Cell.Role.FUNCTION;
                default -> Arithmetic.hasHistory(held) ? Cell.Role.FORMULA : Cell.Role.CONSTANT;
            };
        }
    }

    /** {@code (a, b) = split(d, 0.8)}. */
    record Unpack(List<String> names, List<Place> places, Code value, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum datum = value.run(frame);
            List<Datum> parts = Lists.hasItems(datum) ? Lists.items(datum) : List.of(datum);
            if (parts.size() != places.size()) {
                throw new AgException(
                        "wrong-count",
                        "there are " + places.size() + " names for " + parts.size()
                                + (parts.size() == 1 ? " value" : " values"),
                        span,
                        "give one name for each value");
            }
            for (int i = 0; i < parts.size(); i++) {
                places.get(i).put(frame, parts.get(i), Define.role(parts.get(i)));
            }
            return Loops.NOTHING;
        }
    }

    /** {@code let a = 2}: an input, or, where the value depends on one, a formula. */
    record Let(String name, Place place, Define formula, Span span, Span valueSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            int mark = workspace.tape().mark();
            Datum datum = value(frame);
            if (Arithmetic.hasHistory(datum)) {
                workspace.tape().rewind(mark);
                workspace.note(
                        "'" + name
                                + "' depends on inputs, so it is a formula, not an input: it follows them, and set"
                                + " cannot change it",
                        span);
                return formula.run(frame);
            }
            if (!Arithmetic.isNumber(datum) && !(datum instanceof Tensor)) {
                throw new AgException(
                        "bad-input",
                        "an input is a number, a vector or a matrix, and this is " + Kinds.article(datum),
                        valueSpan,
                        "name it without let: " + name + " = …");
            }
            place.warn(frame, valueSpan.text());
            place.put(frame, workspace.input(name, datum).value(), Cell.Role.INPUT);
            return Loops.NOTHING;
        }

        private Datum value(Frame frame) {
            try {
                return formula.value().run(frame);
            } catch (FreeLetter letter) {
                throw new AgException(
                        "bad-input",
                        "let makes an input of a number, and this is a formula in letters without a value",
                        valueSpan,
                        "name it without let: " + name + " = " + valueSpan.text());
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
            Parts.each(formula, part ->
                    found[0] |= part instanceof Expr.Name name && code.parameters().contains(name.name()));
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
