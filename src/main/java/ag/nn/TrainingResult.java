package ag.nn;

import java.util.OptionalInt;

/**
 * What came of a training.
 *
 * @param state where it stands now
 * @param ending why it ended
 * @param firstWithoutLoss the first epoch whose loss was NaN or infinite, if there was one
 * @param lastSound the parameters from the start of the last epoch whose loss was a number; those of the start, if there was
 *     no such epoch
 */
public record TrainingResult(TrainingState state, Ending ending, OptionalInt firstWithoutLoss, double[] lastSound) {
    public TrainingResult {
        lastSound = lastSound.clone();
    }

    /** Why a training ended. */
    public enum Ending {
        /** All epochs were run. */
        FINISHED,
        /** The listener ended it after an epoch. */
        STOPPED,
        /** The listener interrupted it. */
        INTERRUPTED
    }
}
