package ag.nn;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Partials;
import java.util.List;

/** One step of a {@link LaneProgram}: an operation with the places of its operands and of its result. */
sealed interface LaneStep {
    /** A derivative of 0 as the table writes it. */
    String NOTHING = "0";

    int[] operands();

    /** The place of the result. */
    int result();

    void forward(double[][] value, int lanes);

    /** What reaches one operand, given what reached the result. */
    void pull(int operand, double[][] value, double[] dy, double[] dx, int lanes);

    /** Whether anything can reach an operand; nothing does where the table says that the derivative is 0. */
    boolean passes(int operand);

    static LaneStep of(Recording.Step step, int result, Recording recording, ElementaryArrays arrays) {
        int[] operands = step.operands();
        List<String> slopes = step.operation().partials().sources();
        return switch (step.operation().partials()) {
            case Partials.Leaf _ -> throw new IllegalArgumentException("a leaf is no step");
            case Partials.Unary _ -> new OfOne(UnaryLanes.of(step.operation(), arrays), slopes, operands, result);
            case Partials.Binary _
            when isSquare(step, recording) ->
                new OfOne(new UnaryLanes.Square(), slopes, new int[] {operands[0]}, result);
            case Partials.Binary _ -> new OfTwo(BinaryLanes.of(step.operation(), arrays), slopes, operands, result);
            case Partials.Vector _ ->
                new OfMany(VectorLanes.of(step.operation(), arrays), operands, result, new double[operands.length][]);
        };
    }

    private static boolean isSquare(Recording.Step step, Recording recording) {
        int exponent = step.operands()[1];
        return step.operation() == Operation.POWER
                && recording.isConstant(exponent)
                && recording.constant(exponent - recording.firstConstant()) == 2;
    }

    /** A function of one number. */
    record OfOne(UnaryLanes function, List<String> slopes, int[] operands, int result) implements LaneStep {
        @Override
        public boolean passes(int operand) {
            return !slopes.get(operand).equals(NOTHING);
        }

        @Override
        public void forward(double[][] value, int lanes) {
            function.value(value[operands[0]], value[result], lanes);
        }

        @Override
        public void pull(int operand, double[][] value, double[] dy, double[] dx, int lanes) {
            function.pull(value[operands[0]], value[result], dy, dx, lanes);
        }
    }

    /** A function of two numbers. */
    record OfTwo(BinaryLanes function, List<String> slopes, int[] operands, int result) implements LaneStep {
        @Override
        public boolean passes(int operand) {
            return !slopes.get(operand).equals(NOTHING);
        }

        @Override
        public void forward(double[][] value, int lanes) {
            function.value(value[operands[0]], value[operands[1]], value[result], lanes);
        }

        @Override
        public void pull(int operand, double[][] value, double[] dy, double[] dx, int lanes) {
            double[] a = value[operands[0]];
            double[] b = value[operands[1]];
            if (operand == 0) {
                function.pullA(a, b, value[result], dy, dx, lanes);
            } else {
                function.pullB(a, b, value[result], dy, dx, lanes);
            }
        }
    }

    /** A function of a vector. */
    record OfMany(VectorLanes function, int[] operands, int result, double[][] rows) implements LaneStep {
        @Override
        public boolean passes(int operand) {
            return true;
        }

        @Override
        public void forward(double[][] value, int lanes) {
            gather(value);
            function.value(rows, value[result], lanes);
        }

        @Override
        public void pull(int operand, double[][] value, double[] dy, double[] dx, int lanes) {
            gather(value);
            function.pull(rows, operand, value[result], dy, dx, lanes);
        }

        private void gather(double[][] value) {
            for (int k = 0; k < operands.length; k++) {
                rows[k] = value[operands[k]];
            }
        }
    }
}
