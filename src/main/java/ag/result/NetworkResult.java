package ag.result;

import ag.chart.Chart;
import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a network is made up and trained. */
public sealed interface NetworkResult extends Result {
    /** What {@code summary} tells of a model. */
    record Summary(String model, List<List<String>> layers, int parameters, Span span) implements NetworkResult {
        public Summary {
            layers = List.copyOf(layers);
        }
    }

    /**
     * How far a training has come; shown as it goes on, and kept nowhere.
     *
     * @param done how many epochs have ended
     * @param accuracy the share of samples that are right now; null where there is no right or wrong
     * @param seconds how long it has taken so far
     * @param logged whether the program asked for a line about this one
     * @param picture what the model decides by now; null where the machine shows none, or there is none
     */
    record Progress(
            int done,
            int epochs,
            double loss,
            @Nullable Double accuracy,
            double seconds,
            boolean logged,
            @Nullable Chart picture,
            Span span)
            implements NetworkResult {}

    /**
     * A training's course.
     *
     * @param stepsBeyond how many steps were taken of an epoch that did not come to its end
     */
    record Trained(
            String model,
            int parameters,
            int epochs,
            int stepsBeyond,
            double[] losses,
            @Nullable Double accuracy,
            double seconds,
            Span span)
            implements NetworkResult {}
}
