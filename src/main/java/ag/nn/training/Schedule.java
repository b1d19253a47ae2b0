package ag.nn.training;

import ag.optimize.Optimizer;

/** Which optimizer arguments hold in which epoch. */
@FunctionalInterface
public interface Schedule {
    /** The optimizer for an epoch, counted from 0; of the same kind in all epochs. */
    Optimizer at(int epoch);

    /** The optimizer for a step, counted from 0 over all epochs, where its arguments change from step to step. */
    default Optimizer at(Optimizer ofEpoch, long step) {
        return ofEpoch;
    }

    /** The same arguments in all epochs. */
    static Schedule constant(Optimizer optimizer) {
        return epoch -> optimizer;
    }
}
