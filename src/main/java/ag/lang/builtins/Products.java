package ag.lang.builtins;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;

/** Sums of products: dot products, and {@code @} for vectors and matrices. Each sum is one node, whatever its length. */
public final class Products {
    /** From this many multiplications on, their number decides about time and memory, and not that of the nodes. */
    private static final double LARGE = 1e4;

    /** An element that is used so often is worth a copy in its place beside others. */
    private static final int OFTEN = 8;

    private Products() {}

    static Datum dot(Workspace workspace, Tensor a, Tensor b, int site, Span span) {
        if (a.rows() != b.rows()) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "dot needs two vectors of one length: the left is a " + a.shape() + ", the right a " + b.shape(),
                    span,
                    "");
        }
        Tensor row = a.asMatrix(1, a.rows());
        return ((Tensor) multiply(workspace, row, b, site, span)).element(0);
    }

    /** {@code a @ b}: a matrix by a matrix or a vector, or a vector by a matrix. */
    public static Datum multiply(Workspace workspace, Datum a, Datum b, int site, Span span) {
        if (!(a instanceof Tensor left) || !(b instanceof Tensor right)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "'@' multiplies matrices and vectors, and here are " + Kinds.article(a) + " and "
                            + Kinds.article(b),
                    span,
                    "numbers multiply with *");
        }
        Tensor x = left.isMatrix() ? left : left.asMatrix(1, left.rows());
        Tensor y = right.isMatrix() ? right : right.asMatrix(right.rows(), 1);
        if (x.columns() != y.rows()) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "'@' needs as many columns on the left as rows on the right: the left is a " + left.shape()
                            + ", the right a " + right.shape(),
                    span,
                    wayOut(x, y, right));
        }
        Tensor product =
                x.hasHistory() || y.hasHistory() ? record(workspace, x, y, site, span) : compute(workspace, x, y, span);
        if (left.isMatrix() && right.isMatrix()) {
            return product;
        }
        return left.isMatrix() || right.isMatrix() ? product.flat() : product.element(0);
    }

    private static String wayOut(Tensor x, Tensor y, Tensor right) {
        if (x.columns() == y.columns()) {
            return "transpose one of them: a @ transpose(b)";
        }
        return right.isMatrix()
                ? "the right needs " + x.columns() + " rows"
                : "the right needs " + x.columns() + (x.columns() == 1 ? " element" : " elements");
    }

    private static Tensor compute(Workspace workspace, Tensor x, Tensor y, Span span) {
        int inner = x.columns();
        int columns = y.columns();
        double[] a = x.numbers();
        double[] b = y.numbers();
        double[] result = new double[x.rows() * columns];
        for (int i = 0; i < x.rows(); i++) {
            workspace.checkStop(span);
            for (int k = 0; k < inner; k++) {
                double factor = a[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    result[i * columns + j] += factor * b[k * columns + j];
                }
            }
        }
        return Tensor.matrix(x.rows(), columns, result);
    }

    private static Tensor record(Workspace workspace, Tensor x, Tensor y, int site, Span span) {
        Tape tape = workspace.tape();
        int inner = x.columns();
        int columns = y.columns();
        tape.origin(site);
        boolean large = (double) x.rows() * inner * columns >= LARGE;
        Tensor a = neighbours(tape, x, large && columns >= OFTEN);
        Tensor b = neighbours(tape, y.transpose(), large && x.rows() >= OFTEN);
        int start = tape.size();
        for (int i = 0; i < x.rows(); i++) {
            workspace.checkStop(span);
            for (int j = 0; j < columns; j++) {
                dot(tape, a, i * inner, b, j * inner, inner);
            }
        }
        return x.withRun(start).asMatrix(x.rows(), columns);
    }

    /**
     * The same elements as neighbours on the tape, where they can be: a dot product of neighbours needs no list of its operands,
     * and its gradients are added up by vector instructions. For a large product that saves far more than a copy of its elements takes.
     */
    private static Tensor neighbours(Tape tape, Tensor tensor, boolean copy) {
        if (tensor.hasHistory() && (tensor.isRun() || !copy)) {
            return tensor;
        }
        int start = tape.size();
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.hasHistory()) {
                tape.apply(Operation.LINEAR, tensor.node(i));
            } else {
                tape.constant(tensor.numbers()[i]);
            }
        }
        return tensor.withRun(start);
    }

    /** The sum of products of two runs of elements; each sum is one new node. */
    private static void dot(Tape tape, Tensor a, int startA, Tensor b, int startB, int length) {
        if (length == 0) {
            tape.constant(0);
        } else if (a.isRun() && b.isRun()) {
            tape.dotRuns(a.node(startA), b.node(startB), length);
        } else {
            int[] operands = new int[2 * length];
            for (int i = 0; i < length; i++) {
                operands[i] = a.node(startA + i);
                operands[length + i] = b.node(startB + i);
            }
            tape.reduce(Operation.DOT, operands);
        }
    }
}
