package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Partials;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Recording;
import java.util.Arrays;

/** The activation of one layer over lanes of samples, a row for each neuron; it remembers what its way back needs. */
sealed interface ActivationLanes {
    /** Turns weighted sums into activations, in place. */
    void forward(double[][] rows, int lanes);

    /** An activation that finds the way back by itself. */
    sealed interface Pulling extends ActivationLanes {
        /**
         * Turns what reached the activations into what reaches the weighted sums, in place; right after {@link #forward}, whose
         * activations {@code rows} are.
         */
        void pull(double[][] rows, double[][] gradients, int lanes);
    }

    static ActivationLanes of(Layer layer, ElementaryArrays arrays) {
        int neurons = layer.outputs();
        return switch (layer.activation()) {
            case Activation.Linear _ -> new Linear();
            case Activation.Softmax _ -> new Softmax(arrays);
            case Activation.Elementwise(var operation, double second) ->
                switch (operation.partials()) {
                    case Partials.Binary _ ->
                        new WithSlopes(new FixedSecond(BinaryLanes.of(operation, arrays), second, arrays), arrays);
                    case Partials.Leaf _, Partials.Unary _, Partials.Vector _ -> {
                        UnaryLanes function = UnaryLanes.of(operation, arrays);
                        yield function.pullsFromResult() ? new FromResults(function) : new WithSlopes(function, arrays);
                    }
                };
            case Activation.Custom custom ->
                custom.isElementwise()
                        ? new WithSlopes(new Recorded(custom.recording(), arrays), arrays)
                        : new OwnVector(custom.recording(), neurons, arrays);
        };
    }

    record Linear() implements Pulling {
        @Override
        public void forward(double[][] rows, int lanes) {}

        @Override
        public void pull(double[][] rows, double[][] gradients, int lanes) {}
    }

    /** A function whose slope can be told from its result. */
    record FromResults(UnaryLanes function) implements Pulling {
        @Override
        public void forward(double[][] rows, int lanes) {
            for (double[] row : rows) {
                function.value(row, row, lanes);
            }
        }

        @Override
        public void pull(double[][] rows, double[][] gradients, int lanes) {
            for (int j = 0; j < rows.length; j++) {
                function.pull(rows[j], rows[j], gradients[j], gradients[j], lanes);
            }
        }
    }

    /**
     * Any function of one number: its slopes are computed on the way forward, while its operand is still at hand, and gradients
     * are multiplied by them on the way back.
     */
    record WithSlopes(UnaryLanes function, double[] room) implements ActivationLanes {
        WithSlopes(UnaryLanes function, ElementaryArrays arrays) {
            this(function, new double[arrays.length()]);
        }

        @Override
        public void forward(double[][] rows, int lanes) {
            for (double[] row : rows) {
                function.value(row, room, lanes);
                System.arraycopy(room, 0, row, 0, lanes);
            }
        }

        /** Turns weighted sums into activations, in place, and writes their slopes. */
        void forward(double[][] rows, double[][] slopes, int lanes) {
            for (int j = 0; j < rows.length; j++) {
                function.valueAndSlope(rows[j], slopes[j], room, lanes);
            }
        }
    }

    /** p_j = e^(z_j - m) / Σ e^(z_k - m); back: p_j·(g_j - Σ g_k·p_k). */
    record Softmax(ElementaryArrays arrays, double[] part, double[] largest) implements Pulling {
        Softmax(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void forward(double[][] rows, int lanes) {
            LargestOfRows.into(largest, rows, lanes);
            Arrays.fill(part, 0, lanes, 0);
            for (double[] row : rows) {
                arrays.exp(row, largest, row, part, lanes);
            }
            for (int i = 0; i < lanes; i++) {
                part[i] = 1 / part[i];
            }
            for (double[] row : rows) {
                for (int i = 0; i < lanes; i++) {
                    row[i] *= part[i];
                }
            }
        }

        @Override
        public void pull(double[][] rows, double[][] gradients, int lanes) {
            Arrays.fill(part, 0, lanes, 0);
            for (int j = 0; j < rows.length; j++) {
                double[] row = rows[j];
                double[] gradient = gradients[j];
                for (int i = 0; i < lanes; i++) {
                    part[i] += row[i] * gradient[i];
                }
            }
            for (int j = 0; j < rows.length; j++) {
                double[] row = rows[j];
                double[] gradient = gradients[j];
                for (int i = 0; i < lanes; i++) {
                    gradient[i] = row[i] * (gradient[i] - part[i]);
                }
            }
        }
    }

    /** A user's function of the whole layer. */
    record OwnVector(LaneProgram program, double[][] sums) implements Pulling {
        OwnVector(Recording recording, int neurons, ElementaryArrays arrays) {
            this(new LaneProgram(recording, neurons, arrays), new double[neurons][arrays.length()]);
        }

        @Override
        public void forward(double[][] rows, int lanes) {
            for (int j = 0; j < rows.length; j++) {
                System.arraycopy(rows[j], 0, sums[j], 0, lanes);
            }
            program.forward(sums, lanes);
            for (int j = 0; j < rows.length; j++) {
                System.arraycopy(program.root(j), 0, rows[j], 0, lanes);
            }
        }

        @Override
        public void pull(double[][] rows, double[][] gradients, int lanes) {
            program.backward(gradients, lanes);
            for (int j = 0; j < rows.length; j++) {
                System.arraycopy(program.inputGradient(j), 0, gradients[j], 0, lanes);
            }
        }
    }

    /** A function of two numbers of which the second stays the same. */
    record FixedSecond(BinaryLanes function, double[] second) implements UnaryLanes {
        FixedSecond(BinaryLanes function, double second, ElementaryArrays arrays) {
            this(function, new double[arrays.length()]);
            Arrays.fill(this.second, second);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            function.value(x, second, y, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            function.pullA(x, second, y, dy, dx, lanes);
        }
    }

    /** A user's function of one number. {@link #pull} belongs to the {@link #value} before it. */
    record Recorded(LaneProgram program, double[][] root) implements UnaryLanes {
        Recorded(Recording recording, ElementaryArrays arrays) {
            this(new LaneProgram(recording, 1, arrays), new double[1][]);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            program.forward(x, lanes);
            System.arraycopy(program.root(0), 0, y, 0, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            root[0] = dy;
            program.backward(root, lanes);
            System.arraycopy(program.inputGradient(0), 0, dx, 0, lanes);
        }
    }
}
