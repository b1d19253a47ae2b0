package ag.nn.training;

import ag.engine.Elementary;

/**
 * How parameters follow their gradients. The rules are PyTorch's, argument by argument. An optimizer is only its arguments,
 * so each epoch may bring another one of the same kind; what it remembers is in its {@link OptimizerState}.
 *
 * <p>In the formulas p is a parameter, g its gradient with weight decay added (g + weight_decay·p) unless said otherwise, t
 * the number of steps taken, this one included.
 */
public sealed interface Optimizer {
    /** The name it is written with in a program. */
    String name();

    /** Takes one step: changes the parameters and the state in place; the gradient may be written over. */
    void step(double[] parameters, double[] gradient, OptimizerState state);

    /**
     * Stochastic gradient descent: p -= lr·b, where the velocity b is g without momentum, and g at first and then
     * momentum·b + (1 - dampening)·g with it; with Nesterov's momentum p -= lr·(g + momentum·b).
     */
    record Sgd(double lr, double momentum, double dampening, boolean nesterov, double weightDecay)
            implements Optimizer {
        public Sgd(double lr) {
            this(lr, 0, 0, false, 0);
        }

        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public void step(double[] parameters, double[] gradient, OptimizerState state) {
            state.count(this);
            addWeightDecay(gradient, parameters, weightDecay);
            if (momentum == 0) {
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] -= lr * gradient[i];
                }
                return;
            }
            double fresh = state.hasFirst() ? 1 - dampening : 1;
            double[] velocity = state.first(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                velocity[i] = momentum * velocity[i] + fresh * gradient[i];
            }
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= lr * (nesterov ? gradient[i] + momentum * velocity[i] : velocity[i]);
            }
        }
    }

    /**
     * Adam (Kingma and Ba 2015): p -= lr/(1 - beta1^t) · m / (√v/√(1 - beta2^t) + eps), where m and v are the running means of
     * g and g².
     */
    record Adam(double lr, double beta1, double beta2, double eps, double weightDecay) implements Optimizer {
        public Adam(double lr) {
            this(lr, 0.9, 0.999, 1e-8, 0);
        }

        @Override
        public String name() {
            return "adam";
        }

        @Override
        public void step(double[] parameters, double[] gradient, OptimizerState state) {
            addWeightDecay(gradient, parameters, weightDecay);
            adaptive(parameters, gradient, state, state.count(this));
        }

        private void adaptive(double[] parameters, double[] gradient, OptimizerState state, double t) {
            double[] mean = state.first(parameters.length);
            double[] square = state.second(parameters.length);
            double size = lr / (1 - Elementary.pow(beta1, t));
            double correction = Math.sqrt(1 - Elementary.pow(beta2, t));
            for (int i = 0; i < parameters.length; i++) {
                mean[i] = mean[i] + (gradient[i] - mean[i]) * (1 - beta1);
                square[i] = beta2 * square[i] + (1 - beta2) * (gradient[i] * gradient[i]);
            }
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= size * (mean[i] / (Math.sqrt(square[i]) / correction + eps));
            }
        }
    }

    /** Adam with weight decay kept apart from the gradient (Loshchilov and Hutter 2019): first p -= lr·weight_decay·p. */
    record AdamW(double lr, double beta1, double beta2, double eps, double weightDecay) implements Optimizer {
        public AdamW(double lr) {
            this(lr, 0.9, 0.999, 1e-8, 0.01);
        }

        @Override
        public String name() {
            return "adamw";
        }

        @Override
        public void step(double[] parameters, double[] gradient, OptimizerState state) {
            double kept = 1 - lr * weightDecay;
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] *= kept;
            }
            new Adam(lr, beta1, beta2, eps, 0).adaptive(parameters, gradient, state, state.count(this));
        }
    }

    /**
     * RMSprop (Hinton 2012): with v the running mean of g², p -= lr·b where b is g/(√v + eps) without momentum, and
     * momentum·b + g/(√v + eps) with it.
     */
    record RmsProp(double lr, double alpha, double eps, double momentum, double weightDecay) implements Optimizer {
        public RmsProp(double lr) {
            this(lr, 0.99, 1e-8, 0, 0);
        }

        @Override
        public String name() {
            return "rmsprop";
        }

        @Override
        public void step(double[] parameters, double[] gradient, OptimizerState state) {
            state.count(this);
            addWeightDecay(gradient, parameters, weightDecay);
            double[] square = state.second(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                square[i] = alpha * square[i] + (1 - alpha) * (gradient[i] * gradient[i]);
                gradient[i] = gradient[i] / (Math.sqrt(square[i]) + eps);
            }
            if (momentum == 0) {
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] -= lr * gradient[i];
                }
                return;
            }
            double[] velocity = state.first(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                velocity[i] = momentum * velocity[i] + gradient[i];
                parameters[i] -= lr * velocity[i];
            }
        }
    }

    /** Adagrad (Duchi et al. 2011): with v the sum of all g² so far, p -= lr/(1 + (t - 1)·lr_decay) · g/(√v + eps). */
    record Adagrad(double lr, double lrDecay, double eps, double weightDecay) implements Optimizer {
        public Adagrad(double lr) {
            this(lr, 0, 1e-10, 0);
        }

        @Override
        public String name() {
            return "adagrad";
        }

        @Override
        public void step(double[] parameters, double[] gradient, OptimizerState state) {
            addWeightDecay(gradient, parameters, weightDecay);
            double t = state.count(this);
            double size = lr / (1 + (t - 1) * lrDecay);
            double[] squares = state.second(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                squares[i] += gradient[i] * gradient[i];
                parameters[i] -= size * (gradient[i] / (Math.sqrt(squares[i]) + eps));
            }
        }
    }

    private static void addWeightDecay(double[] gradient, double[] parameters, double weightDecay) {
        if (weightDecay != 0) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weightDecay * parameters[i];
            }
        }
    }
}
