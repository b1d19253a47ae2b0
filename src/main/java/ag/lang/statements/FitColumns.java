package ag.lang.statements;

import ag.fit.Model;
import ag.fit.Problem;
import ag.lang.interpreter.Cell;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Recording;
import ag.torch.TorchFormula.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model as a formula for one sample, for {@code export}.
 *
 * @param columns what it knows of the samples: vectors with a number, matrices with a row for each
 * @param model its inputs are a sample's numbers, its parameters those that are fitted
 */
record FitColumns(List<Variable> columns, Recording model) {
    /** A model with more numbers is not exported. */
    private static final int MOST = 100_000;

    private static final double SAME = 1e-9;

    FitColumns {
        columns = List.copyOf(columns);
    }

    /** The model of one sample; null where its value for a sample depends on other samples. */
    static @Nullable FitColumns of(FitRecording fit, Problem problem) {
        Workspace workspace = fit.frame().machine.workspace;
        int count = problem.data().length;
        Map<Cell, @Nullable Datum> first = new LinkedHashMap<>();
        List<Variable> columns = new ArrayList<>();
        List<Tensor> given = new ArrayList<>();
        for (Cell cell : fit.fit().names()) {
            if (cell.value instanceof Tensor tensor && !tensor.hasHistory() && rows(tensor) == count) {
                double[] numbers = tensor.numbers();
                int width = numbers.length / count;
                double[] row = Arrays.copyOf(numbers, width);
                Tensor one = (Tensor) workspace
                        .inputs()
                        .anonymous(tensor.isMatrix() ? Tensor.matrix(1, width, row) : Tensor.vector(row));
                first.put(cell, one);
                given.add(one);
                columns.add(new Variable(
                        cell.name, tensor.isMatrix() ? count : 0, tensor.isMatrix() ? width : count, numbers));
            }
        }
        if (columns.stream().mapToInt(column -> column.values().length).sum() > MOST) {
            return null;
        }
        int[] nodes = fit.nodesWith(first);
        if (nodes.length != 1) {
            return null;
        }
        int[] inputs =
                given.stream().flatMapToInt(each -> Arrays.stream(each.nodes())).toArray();
        Recording model = Recording.of(workspace.tape(), inputs, fit.parameterNodes(), nodes);
        FitColumns found = new FitColumns(columns, model);
        double[] at = Arrays.stream(fit.parameterNodes())
                .mapToDouble(workspace.tape()::value)
                .toArray();
        int[] all = Arrays.copyOf(fit.parameterNodes(), at.length + inputs.length);
        System.arraycopy(inputs, 0, all, at.length, inputs.length);
        return found.isSame(Model.of(workspace.tape(), all, nodes), problem, at) ? found : null;
    }

    private static int rows(Tensor tensor) {
        return tensor.isMatrix() ? tensor.rows() : tensor.size();
    }

    private boolean isSame(Model one, Problem problem, double[] parameters) {
        double[] together = problem.model().values(parameters);
        return IntStream.range(0, together.length).allMatch(i -> {
            double alone = one.values(at(parameters, i))[0];
            return Math.abs(alone - together[i]) <= SAME * Math.abs(together[i])
                    || (Double.isNaN(alone) && Double.isNaN(together[i]));
        });
    }

    private double[] at(double[] parameters, int sample) {
        return DoubleStream.concat(Arrays.stream(parameters), columns.stream().flatMapToDouble(column -> {
                    int width = column.rows() == 0 ? 1 : column.columns();
                    return Arrays.stream(column.values(), sample * width, (sample + 1) * width);
                }))
                .toArray();
    }
}
