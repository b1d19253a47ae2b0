package ag.lang.statements;

import ag.data.DataSet;
import ag.lang.interpreter.Assignments;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.result.NetworkResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Turns the statements about data, networks and training into code. */
public final class ModelStatements {
    private final StatementCompiler compiler;
    private final Machine machine;
    private final ExpressionCompiler expressions;

    ModelStatements(StatementCompiler compiler) {
        this.compiler = compiler;
        this.machine = compiler.machine();
        this.expressions = compiler.expressions();
    }

    /** A data set that was chosen by values, as by how many samples to make, follows them as any other formula. */
    Code data(LearningStatement.DataDefinition data, Scope scope) {
        Assignments.Place place = compiler.place(data.name(), data.nameSpan(), scope);
        Assignments.Value value = compiler.value(data.value(), scope);
        Code checked = frame -> {
            Datum datum = value.code().run(frame);
            if (!(datum instanceof DataThing)) {
                throw new AgException(
                        ErrorCode.NOT_DATA,
                        "this is " + Kinds.article(datum) + ", not a data set",
                        data.value().span(),
                        "write: data d = make_moons(n = 100), csv(\"file.csv\", target = \"y\"), or rows in braces");
            }
            return datum;
        };
        Assignments.Value samples = new Assignments.Value(checked, value.names(), value.follows());
        return frame -> {
            place.put(frame, samples.evaluate(frame).held(frame), Cell.Role.DATA);
            return Loops.NOTHING;
        };
    }

    /** One row of {@code data d { … }}. */
    private record RowCode(List<Code> inputs, List<Code> targets, LearningStatement.Row row) {}

    Code rows(LearningStatement.DataRows data, Scope scope) {
        Assignments.Place place = compiler.place(data.name(), data.nameSpan(), scope);
        List<RowCode> rows = new ArrayList<>();
        for (LearningStatement.Row row : data.rows()) {
            requireEqual(data.rows().getFirst(), row);
            rows.add(new RowCode(codes(row.inputs(), scope), codes(row.targets(), scope), row));
        }
        if (rows.isEmpty()) {
            throw new AgException(
                    ErrorCode.EMPTY,
                    "this data set has no samples",
                    data.span(),
                    "write a sample on each line: 2, 3 -> 1");
        }
        Code samples = frame -> {
            double[][] inputs = new double[rows.size()][];
            double[][] targets = new double[rows.size()][];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] =
                        numbers(frame, rows.get(i).inputs(), rows.get(i).row().inputs());
                targets[i] =
                        numbers(frame, rows.get(i).targets(), rows.get(i).row().targets());
            }
            return new DataThing(DataSet.of(inputs, targets));
        };
        Set<Cell> used = new LinkedHashSet<>();
        data.rows().forEach(row -> {
            row.inputs().forEach(value -> used.addAll(compiler.namesIn(value, scope)));
            row.targets().forEach(value -> used.addAll(compiler.namesIn(value, scope)));
        });
        Assignments.Value value = new Assignments.Value(samples, used, StatementCompiler.keepsCourse(scope));
        return frame -> {
            place.put(frame, value.evaluate(frame).held(frame), Cell.Role.DATA);
            return Loops.NOTHING;
        };
    }

    private static String count(List<Expr> values, String what) {
        return values.size() + " " + what + (values.size() == 1 ? "" : "s");
    }

    private static void requireEqual(LearningStatement.Row first, LearningStatement.Row row) {
        if (first.inputs().size() != row.inputs().size()
                || first.targets().size() != row.targets().size()) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "this sample has " + count(row.inputs(), "input") + " and " + count(row.targets(), "target")
                            + ", the first has " + first.inputs().size() + " and "
                            + first.targets().size(),
                    row.span(),
                    "all samples of a data set are alike");
        }
    }

    private List<Code> codes(List<Expr> values, Scope scope) {
        return values.stream().map(value -> expressions.compile(value, scope)).toList();
    }

    private double[] numbers(Frame frame, List<Code> codes, List<Expr> places) {
        double[] numbers = new double[codes.size()];
        for (int i = 0; i < numbers.length; i++) {
            Datum datum = codes.get(i).run(frame);
            if (!Arithmetic.isNumber(datum)) {
                throw new AgException(
                        ErrorCode.WRONG_TYPE,
                        "a sample is made of numbers, and this is " + Kinds.article(datum),
                        places.get(i).span(),
                        "");
            }
            if (Arithmetic.hasHistory(datum)) {
                throw new AgException(
                        ErrorCode.HAS_HISTORY,
                        "a data set is made of plain numbers, and this has a history",
                        places.get(i).span(),
                        "take it without its history: detach("
                                + places.get(i).span().text() + ")");
            }
            numbers[i] = machine.workspace.number(datum);
        }
        return numbers;
    }

    Code command(LearningStatement.ModelCommand command, Scope scope) {
        Span span = command.span();
        String path = Objects.requireNonNullElse(command.path(), "");
        if (command.command() == LearningStatement.Command.LOAD) {
            Assignments.Place place =
                    compiler.place(command.model().name(), command.model().span(), scope);
            return frame -> {
                place.put(frame, new Stored(machine).load(command.model().name(), path, span), Cell.Role.MODEL);
                return Loops.NOTHING;
            };
        }
        Code model = expressions.name(command.model().name(), command.model().span(), scope);
        if (command.command() == LearningStatement.Command.EXPORT) {
            Subject subject = Subject.of(command.model(), span, compiler, scope);
            return frame -> {
                Datum held = subject.held(frame);
                if (held instanceof ModelThing net) {
                    new Stored(machine).export(net, path, command.start(), command.library(), span);
                } else if (held instanceof FitThing fit) {
                    FitExport.run(fit, frame, command.library(), path, span);
                } else {
                    new FormulaExport(subject, frame, path, FormulaExport.library(command.library()), span).run();
                }
                return Loops.NOTHING;
            };
        }
        return frame -> {
            ModelThing net = ModelThing.require(
                    model.run(frame), command.model().name(), command.model().span());
            switch (command.command()) {
                case SUMMARY ->
                    machine.workspace.show(new NetworkResult.Summary(
                            net.name(), net.rows(), net.network().parameterCount(), span));
                case SAVE -> new Stored(machine).save(net, path, span);
                case EXPORT, LOAD -> throw new IllegalStateException(command.command() + " is compiled above");
            }
            return Loops.NOTHING;
        };
    }
}
