package ag.nn.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What came of a training.
 *
 * @param state where it stands now
 * @param ending why it ended
 * @param steps how many steps were taken, those before a state it went on from aside
 * @param stepsBeyond how many of them belong to an epoch that was begun and not ended
 * @param firstWithoutLoss the first epoch whose loss was NaN or infinite, if there was one
 * @param lastSound the parameters from the start of the last epoch whose loss was a number; those of the start, if there was
 *     no such epoch
 * @param accuracy the share of samples that are right now; nothing where nothing is right or wrong, or it was interrupted
 */
public record TrainingResult(
        TrainingState state,
        Ending ending,
        long steps,
        long stepsBeyond,
        OptionalInt firstWithoutLoss,
        double[] lastSound,
        OptionalDouble accuracy) {
    public TrainingResult {
        lastSound = lastSound.clone();
    }

    /** Why a training ended. */
    public enum Ending {
        /** All epochs were run. */
        FINISHED,
        /** The listener ended it after an epoch, or all steps were taken that it was given. */
        STOPPED,
        /** The listener interrupted it. */
        INTERRUPTED
    }
}
