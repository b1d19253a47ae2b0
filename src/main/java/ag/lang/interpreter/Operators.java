package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.builtins.Products;
import ag.lang.linear.CrossProduct;
import ag.lang.linear.MatrixPower;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.Times;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import org.jspecify.annotations.Nullable;

/** Runs operators between operands. */
final class Operators {
    private Operators() {}

    /** An operation of two operands. */
    record Two(Operation operation, Code left, Code right, int site, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum a = left.run(frame);
            return apply(frame.machine, operation, a, right.run(frame), site, span);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            int a = program.emit(left);
            return program.apply(operation, a, program.emit(right), site);
        }
    }

    /** {@code a·b}, {@code a × b} and {@code A b}: of vectors and matrices what a textbook means by them. */
    record Product(Times times, Code left, Code right, int site, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum a = left.run(frame);
            return product(frame.machine, times, a, right.run(frame), site, span);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            int a = program.emit(left);
            return program.apply(Operation.MULTIPLY, a, program.emit(right), site);
        }
    }

    /**
     * One sign of a chain and the operand behind it; without an operation it is {@code @}.
     *
     * @param times how it is written, if it is a product
     * @param ofEach whether it is {@code .^}, which knows no matrices but only their elements
     */
    record Link(@Nullable Operation operation, Times times, boolean ofEach, Code right, int site, Span span) {}

    /** A chain of operators that leans left, run in a loop. */
    record Chain(Code first, Link[] links) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum result = first.run(frame);
            for (Link link : links) {
                Datum right = link.right.run(frame);
                Operation operation = link.operation;
                if (operation == null) {
                    result = Products.multiply(frame.machine.workspace, result, right, link.site, link.span);
                } else if (link.times != Times.STAR) {
                    result = product(frame.machine, link.times, result, right, link.site, link.span);
                } else if (link.ofEach) {
                    result = frame.machine.arithmetic.apply(operation, result, right, link.site, link.span);
                } else {
                    result = apply(frame.machine, operation, result, right, link.site, link.span);
                }
            }
            return result;
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            int result = program.emit(first);
            for (Link link : links) {
                if (link.operation == null) {
                    return NumberProgram.NONE;
                }
                result = program.apply(link.operation, result, program.emit(link.right), link.site);
            }
            return result;
        }
    }

    /** {@code -a}. */
    record Negation(Code operand, int site, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            return frame.machine.arithmetic.apply(Operation.NEGATE, operand.run(frame), site, span);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return program.apply(Operation.NEGATE, program.emit(operand), site);
        }
    }

    /** {@code a.^b}. */
    record PowerOfEach(Code left, Code right, int site, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum a = left.run(frame);
            return frame.machine.arithmetic.apply(Operation.POWER, a, right.run(frame), site, span);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            int a = program.emit(left);
            return program.apply(Operation.POWER, a, program.emit(right), site);
        }
    }

    /** {@code a @ b}. */
    record MatrixProduct(Code left, Code right, int site, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum a = left.run(frame);
            return Products.multiply(frame.machine.workspace, a, right.run(frame), site, span);
        }
    }

    private static Datum product(Machine machine, Times times, Datum a, Datum b, int site, Span span) {
        if (!(a instanceof Tensor left) || !(b instanceof Tensor right)) {
            return apply(machine, Operation.MULTIPLY, a, b, site, span);
        }
        boolean matrices = switch (times) {
            case STAR -> false;
            case DOT -> true;
            case BESIDE -> left.isMatrix();
            case CROSS -> left.isMatrix() || right.isMatrix();
        };
        if (matrices) {
            return Products.multiply(machine.workspace, a, b, site, span);
        }
        return times == Times.CROSS
                ? CrossProduct.of(machine.workspace, left, right, site, span)
                : apply(machine, Operation.MULTIPLY, a, b, site, span);
    }

    /** {@code +} also joins texts; everything else is arithmetic. */
    static Datum apply(Machine machine, Operation operation, Datum a, Datum b, int site, Span span) {
        if (a instanceof Datum.Text left && operation == Operation.ADD) {
            if (b instanceof Datum.Text right) {
                return new Datum.Text(left.text() + right.text());
            }
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "a text can only be joined to a text",
                    span,
                    "put the value inside the text: \"… {x}\"");
        }
        return apply(machine.workspace, operation, a, b, site, span);
    }

    /** Arithmetic; a power of a matrix is one of matrices. */
    static Datum apply(Workspace workspace, Operation operation, Datum a, Datum b, int site, Span span) {
        if (operation == Operation.POWER && MatrixPower.isMatrix(a, b)) {
            return MatrixPower.of(workspace, a, b, site, span);
        }
        return workspace.arithmetic().apply(operation, a, b, site, span);
    }
}
