package ag.lang.values;

import ag.engine.Domain;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.function.DoubleBinaryOperator;

/**
 * Applies the operations of the table to numbers, vectors and matrices, element by element. A number goes with any shape.
 * What has no history is computed at once; everything else is recorded on the tape.
 */
public final class Arithmetic {
    private final Workspace workspace;
    private final Tape tape;

    Arithmetic(Workspace workspace) {
        this.workspace = workspace;
        this.tape = workspace.tape();
    }

    /** Applies an operation of one number, element by element. */
    public Datum apply(Operation operation, Datum a, int site, Span span) {
        if (a instanceof Datum.Num num) {
            return new Datum.Num(number(operation, num.value(), site));
        }
        tape.origin(site);
        if (a instanceof Datum.Scalar scalar) {
            return new Datum.Scalar(tape.apply(operation, scalar.node()));
        }
        if (!(a instanceof Tensor tensor)) {
            throw notNumbers(operation, "this", a, span);
        }
        int size = tensor.size();
        if (!tensor.hasHistory()) {
            double[] result = new double[size];
            for (int i = 0; i < size; i++) {
                result[i] = number(operation, tensor.numbers()[i], site);
            }
            return tensor.withNumbers(result);
        }
        int start = tape.size();
        for (int i = 0; i < size; i++) {
            tape.apply(operation, tensor.node(i));
        }
        return tensor.withRun(start);
    }

    /** Applies an operation of two numbers, element by element. */
    public Datum apply(Operation operation, Datum a, Datum b, int site, Span span) {
        if (a instanceof Datum.Num x && b instanceof Datum.Num y) {
            return new Datum.Num(number(operation, x.value(), y.value(), site));
        }
        tape.origin(site);
        boolean single = isNumber(a) && isNumber(b);
        if (single) {
            return new Datum.Scalar(record(operation, workspace.node(a), workspace.node(b)));
        }
        boolean infix = operation.kind() == Operation.Kind.INFIX;
        if (!(isNumber(a) || a instanceof Tensor)) {
            throw notNumbers(operation, infix ? "the left" : "the first", a, span);
        }
        if (!(isNumber(b) || b instanceof Tensor)) {
            throw notNumbers(operation, infix ? "the right" : "the second", b, span);
        }
        return elements(operation, a, b, site, span);
    }

    private Datum elements(Operation operation, Datum a, Datum b, int site, Span span) {
        if (a instanceof Tensor x && b instanceof Tensor y && !x.sameShape(y)) {
            if (operation.kind() == Operation.Kind.LOSS || !Broadcast.fits(x, y)) {
                throw shapes(operation, x, y, span);
            }
            Broadcast shape = Broadcast.of(x, y);
            return elements(operation, shape.spread(x), shape.spread(y), site, span);
        }
        Tensor shape = a instanceof Tensor tensor ? tensor : (Tensor) b;
        int size = shape.size();
        if (!hasHistory(a) && !hasHistory(b)) {
            double[] x = spread(a, size);
            double[] y = spread(b, size);
            boolean square = operation == Operation.POWER && b instanceof Datum.Num(double exponent) && exponent == 2;
            double[] result = square ? computed(Operation.MULTIPLY, x, x) : computed(operation, x, y);
            report(operation, result, x, y, site);
            return shape.withNumbers(result);
        }
        Datum x = onTape(a);
        Datum y = onTape(b);
        int start = tape.size();
        for (int i = 0; i < size; i++) {
            record(operation, node(x, i), node(y, i));
        }
        return shape.withRun(start);
    }

    /** The same numbers as nodes; what had no history becomes constants. */
    private Datum onTape(Datum datum) {
        if (!(datum instanceof Tensor tensor)) {
            return new Datum.Scalar(workspace.node(datum));
        }
        return tensor.hasHistory() ? tensor : tensor.withNodes(workspace.nodes(tensor));
    }

    private static int node(Datum datum, int index) {
        return datum instanceof Tensor tensor ? tensor.node(index) : ((Datum.Scalar) datum).node();
    }

    /** One number from a whole vector, such as its sum. */
    public Datum reduce(Operation operation, Tensor tensor, int site) {
        tape.origin(site);
        if (tensor.hasHistory()) {
            return new Datum.Scalar(tape.reduce(operation, tensor.nodes()));
        }
        int mark = tape.mark();
        double result = tape.value(tape.reduce(operation, workspace.nodes(tensor)));
        tape.rewind(mark);
        return new Datum.Num(result);
    }

    /** An operation of two nodes. */
    public int record(Operation operation, int a, int b) {
        return switch (operation) {
            case ADD -> tape.add(a, b);
            case SUBTRACT -> tape.subtract(a, b);
            case MULTIPLY -> tape.multiply(a, b);
            case DIVIDE -> tape.divide(a, b);
            default -> tape.apply(operation, a, b);
        };
    }

    /** An operation of one plain number. */
    public double number(Operation operation, double x, int site) {
        double y = ((Partials.Unary) operation.partials()).value().applyAsDouble(x);
        if (!(Math.abs(y) < Domain.LEAST_BESIDE_POLE)
                && (!Double.isFinite(y) || operation.domain().isBesidePole(x, y))) {
            workspace.bornNumber(operation, y, site, x);
        }
        return y;
    }

    /** An operation of two plain numbers. */
    public double number(Operation operation, double a, double b, int site) {
        double y = switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> ((Partials.Binary) operation.partials()).value().applyAsDouble(a, b);
        };
        if (!Double.isFinite(y)) {
            workspace.bornNumber(operation, y, site, a, b);
        }
        return y;
    }

    /** A loop for each of the commonest operations, which the JVM turns into vector instructions. */
    private static double[] computed(Operation operation, double[] x, double[] y) {
        double[] result = new double[x.length];
        switch (operation) {
            case ADD -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = x[i] + y[i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = x[i] - y[i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = x[i] * y[i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = x[i] / y[i];
                }
            }
            default -> {
                DoubleBinaryOperator each = ((Partials.Binary) operation.partials()).value();
                for (int i = 0; i < result.length; i++) {
                    result[i] = each.applyAsDouble(x[i], y[i]);
                }
            }
        }
        return result;
    }

    private void report(Operation operation, double[] result, double[] x, double[] y, int site) {
        double zero = 0;
        for (double each : result) {
            // 0 for a finite number, NaN for any other.
            zero += each * 0;
        }
        if (zero == 0) {
            return;
        }
        for (int i = 0; i < result.length; i++) {
            if (!Double.isFinite(result[i])) {
                workspace.bornNumber(operation, result[i], site, x[i], y[i]);
            }
        }
    }

    private static double[] spread(Datum datum, int size) {
        if (datum instanceof Tensor tensor) {
            return tensor.numbers();
        }
        double[] spread = new double[size];
        java.util.Arrays.fill(spread, ((Datum.Num) datum).value());
        return spread;
    }

    /** Whether it is one number, with history or without. */
    public static boolean isNumber(Datum datum) {
        return datum instanceof Datum.Num || datum instanceof Datum.Scalar;
    }

    /** Whether any part of it has a history. */
    public static boolean hasHistory(Datum datum) {
        return switch (datum) {
            case Datum.Scalar _ -> true;
            case Tensor tensor -> tensor.hasHistory();
            case Datum.Items items -> items.hasHistory();
            case Datum.Inert _, Datum.Opaque _ -> false;
        };
    }

    private static AgException shapes(Operation operation, Tensor a, Tensor b, Span span) {
        return new AgException(
                ErrorCode.SHAPE_MISMATCH,
                "'" + operation.symbol() + "' needs two of one shape: the left is a " + a.shape() + ", the right a "
                        + b.shape(),
                span,
                wayOut(operation, a, b));
    }

    private static String wayOut(Operation operation, Tensor a, Tensor b) {
        Tensor matrix = a.isMatrix() ? a : b;
        Tensor vector = a.isMatrix() ? b : a;
        if (matrix.isMatrix() && !vector.isMatrix() && operation.kind() != Operation.Kind.LOSS) {
            return vector.rows() == matrix.rows()
                    ? "a vector goes along the rows; to go down the columns it has to be one: reshape(v, "
                            + vector.rows() + ", 1)"
                    : "a vector that goes along the rows of this matrix has " + matrix.columns()
                            + (matrix.columns() == 1 ? " element" : " elements");
        }
        return "element by element needs equal shapes; a number goes with any shape; matrices multiply with @";
    }

    private static AgException notNumbers(Operation operation, String which, Datum datum, Span span) {
        String hint = switch (datum) {
            case Datum.Function _ -> "call it first: f(x)";
            case Datum.Text _ -> operation == Operation.ADD ? "put the value inside the text: \"{x} …\"" : "";
            case Datum.Bool _ -> "to make a number of it write: if condition then 1 else 0";
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> "";
        };
        return new AgException(
                ErrorCode.WRONG_TYPE,
                "'" + operation.symbol() + "' takes numbers, and " + which + " is " + Kinds.article(datum),
                span,
                hint);
    }
}
