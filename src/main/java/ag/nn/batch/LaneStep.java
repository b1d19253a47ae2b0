package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Recording;
import java.util.List;

/** One step of a {@link LaneProgram}: an operation with the places of its operands and of its result. */
sealed interface LaneStep {
    int[] operands();

    /** The place of the result. */
    int result();

    void forward(double[][] value, int lanes);

    /**
     * What reaches the operands, given what reached the result; right after {@link #forward}.
     *
     * @param dx a row for each operand; an empty one where it is not needed
     */
    void pull(double[][] value, double[] dy, double[][] dx, int lanes);

    /** The derivative in an operand, as the table writes it. */
    String slope(int operand);

    static LaneStep of(Recording.Step step, int result, Recording recording, ElementaryArrays arrays) {
        int[] operands = step.operands();
        List<String> slopes = step.operation().partials().textbook();
        return switch (step.operation().partials()) {
            case Partials.Leaf _ -> throw new IllegalArgumentException("a leaf is no step");
            case Partials.Unary _ -> new OfOne(UnaryLanes.of(step.operation(), arrays), slopes, operands, result);
            case Partials.Binary _
            when isSquare(step, recording) ->
                new OfOne(new UnaryLanes.Square(), slopes, new int[] {operands[0]}, result);
            case Partials.Binary _ -> new OfTwo(BinaryLanes.of(step.operation(), arrays), slopes, operands, result);
            case Partials.Vector _ ->
                new OfMany(
                        VectorLanes.of(step.operation(), arrays),
                        slopes,
                        operands,
                        result,
                        new double[operands.length][]);
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
        public String slope(int operand) {
            return slopes.get(operand);
        }

        @Override
        public void forward(double[][] value, int lanes) {
            function.value(value[operands[0]], value[result], lanes);
        }

        @Override
        public void pull(double[][] value, double[] dy, double[][] dx, int lanes) {
            if (dx[0].length > 0) {
                function.pull(value[operands[0]], value[result], dy, dx[0], lanes);
            }
        }
    }

    /** A function of two numbers. */
    record OfTwo(BinaryLanes function, List<String> slopes, int[] operands, int result) implements LaneStep {
        @Override
        public String slope(int operand) {
            return slopes.get(operand);
        }

        @Override
        public void forward(double[][] value, int lanes) {
            function.value(value[operands[0]], value[operands[1]], value[result], lanes);
        }

        @Override
        public void pull(double[][] value, double[] dy, double[][] dx, int lanes) {
            double[] a = value[operands[0]];
            double[] b = value[operands[1]];
            double[] da = dx[0];
            double[] db = dx[1];
            if (da.length > 0 && db.length > 0) {
                function.pull(a, b, value[result], dy, da, db, lanes);
            } else if (da.length > 0) {
                function.pullA(a, b, value[result], dy, da, lanes);
            } else if (db.length > 0) {
                function.pullB(a, b, value[result], dy, db, lanes);
            }
        }
    }

    /** A function of a vector. */
    record OfMany(VectorLanes function, List<String> slopes, int[] operands, int result, double[][] rows)
            implements LaneStep {
        @Override
        public String slope(int operand) {
            return slopes.getFirst();
        }

        @Override
        public void forward(double[][] value, int lanes) {
            for (int k = 0; k < operands.length; k++) {
                rows[k] = value[operands[k]];
            }
            function.value(rows, value[result], lanes);
        }

        @Override
        public void pull(double[][] value, double[] dy, double[][] dx, int lanes) {
            function.pull(rows, value[result], dy, dx, lanes);
        }
    }
}
