package ag.nn.training;

import ag.optimize.Optimizer;

/** Which optimizer arguments hold in which epoch. */
@FunctionalInterface
public interface Schedule {
    /** The optimizer for an epoch, counted from 0; of the same kind in all epochs. */
    Optimizer at(int epoch);

    /** The same arguments in all epochs. */
    static Schedule constant(Optimizer optimizer) {
        return epoch -> optimizer;
    }
}
