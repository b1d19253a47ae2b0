package ag.lang.linear;

import ag.engine.Operation;
import ag.lang.builtins.Call;
import ag.lang.builtins.Products;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import java.util.List;

/** Arithmetic of numbers, vectors and matrices for algorithms: the same code computes plain numbers and records those with history. */
public record LinearArithmetic(Workspace workspace, int site, Span span) {
    static final Datum ZERO = new Datum.Num(0);
    static final Datum ONE = new Datum.Num(1);

    static LinearArithmetic of(Call call) {
        return new LinearArithmetic(call.workspace(), call.site(), call.span());
    }

    public Datum plus(Datum a, Datum b) {
        return apply(Operation.ADD, a, b);
    }

    public Datum minus(Datum a, Datum b) {
        return apply(Operation.SUBTRACT, a, b);
    }

    public Datum times(Datum a, Datum b) {
        return apply(Operation.MULTIPLY, a, b);
    }

    Datum over(Datum a, Datum b) {
        return apply(Operation.DIVIDE, a, b);
    }

    Datum root(Datum a) {
        return arithmetic().apply(Operation.SQRT, a, site, span);
    }

    Datum negative(Datum a) {
        return arithmetic().apply(Operation.NEGATE, a, site, span);
    }

    /** The same numbers, whose derivatives are right up to an order only. */
    Tensor truncated(Tensor a, int order) {
        return (Tensor) apply(Operation.TRUNCATED, a, new Datum.Num(order));
    }

    /** a - b*c, where what is known to be 0 costs nothing. */
    Datum minusProduct(Datum a, Datum b, Datum c) {
        return isZero(b) || isZero(c) ? a : minus(a, times(b, c));
    }

    private static boolean isZero(Datum a) {
        return a instanceof Datum.Num(double value) && value == 0;
    }

    /** The matrix product, or the dot product of two vectors. */
    Datum product(Datum a, Datum b) {
        return Products.multiply(workspace, a, b, site, span);
    }

    Tensor matrixProduct(Tensor a, Tensor b) {
        return (Tensor) product(a, b);
    }

    /** The number as it is now; what is computed depends on it. */
    double look(Datum a) {
        return workspace.number(a);
    }

    /** The numbers as they are now, row by row; what is computed depends on them. */
    double[][] look(Tensor a) {
        double[] all = workspace.numbers(a);
        double[][] rows = new double[a.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(all, i * a.columns(), (i + 1) * a.columns());
        }
        return rows;
    }

    /** The same number, whose derivatives are right up to an order only. */
    Datum truncated(Datum a, int order) {
        return apply(Operation.TRUNCATED, a, new Datum.Num(order));
    }

    public static Datum[] elements(Tensor a) {
        Datum[] elements = new Datum[a.size()];
        Arrays.setAll(elements, a::element);
        return elements;
    }

    void checkStop() {
        workspace.checkStop(span);
    }

    static Datum[][] rows(Tensor a) {
        Datum[][] rows = new Datum[a.rows()][a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                rows[i][j] = a.element(i * a.columns() + j);
            }
        }
        return rows;
    }

    /** The columns of a matrix, each a vector. */
    static Tensor[] columns(Tensor a) {
        Tensor turned = a.transpose();
        Tensor[] columns = new Tensor[a.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = (Tensor) turned.at(j);
        }
        return columns;
    }

    /** A matrix of this many columns; of no rows too. */
    public Tensor matrix(Datum[][] rows, int columns) {
        Datum[] all = new Datum[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * columns, columns);
        }
        return vector(all).asMatrix(rows.length, columns);
    }

    public Tensor vector(Datum[] elements) {
        return elements.length == 0 ? Tensor.vector(new double[0]) : (Tensor) Lists.of(workspace, List.of(elements));
    }

    static Tensor matrix(double[][] rows, int columns) {
        double[] all = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * columns, columns);
        }
        return Tensor.matrix(rows.length, columns, all);
    }

    static Tensor identity(int n) {
        double[] numbers = new double[n * n];
        for (int i = 0; i < n; i++) {
            numbers[i * n + i] = 1;
        }
        return Tensor.matrix(n, n, numbers);
    }

    private Arithmetic arithmetic() {
        return workspace.arithmetic();
    }

    private Datum apply(Operation operation, Datum a, Datum b) {
        return arithmetic().apply(operation, a, b, site, span);
    }
}
