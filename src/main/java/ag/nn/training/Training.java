package ag.nn.training;

import ag.nn.Loss;
import ag.nn.Reduce;

/**
 * How to train.
 *
 * @param loss what is made small
 * @param reduce how the losses of samples become one number
 * @param schedule the optimizer, epoch by epoch
 * @param epochs how often all samples are gone through, at least 1
 * @param batch how many samples each step looks at; 0 for all of them. With batches the samples are gone through in a new
 *     random order each epoch, and the last batch holds what is left
 * @param penalty what is added to the loss of each step for large parameters
 * @param steps after how many steps it ends, also within an epoch; {@link Long#MAX_VALUE} for no such end
 * @param threads how many threads may work; the results are the same for any number
 */
public record Training(
        Loss loss, Reduce reduce, Schedule schedule, int epochs, int batch, Penalty penalty, long steps, int threads) {
    public Training {
        if (epochs < 1 || batch < 0 || steps < 1 || threads < 1) {
            throw new IllegalArgumentException("epochs, steps and threads are 1 or more, a batch 0 or more");
        }
    }

    /** Full batches, the mean loss, no penalty, all epochs, one thread. */
    public Training(Loss loss, Schedule schedule, int epochs) {
        this(loss, Reduce.MEAN, schedule, epochs, 0, Penalty.NONE, Long.MAX_VALUE, 1);
    }

    public Training withEpochs(int epochs) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }

    public Training withReduce(Reduce reduce) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }

    public Training withBatch(int batch) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }

    public Training withPenalty(Penalty penalty) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }

    public Training withSteps(long steps) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }

    public Training withThreads(int threads) {
        return new Training(loss, reduce, schedule, epochs, batch, penalty, steps, threads);
    }
}
