package ag.result.print;

import ag.result.Format;
import ag.result.NetworkResult;
import java.util.Locale;

/** One line that tells how far a training has come: epoch, bar, loss, accuracy, time left. */
public final class ProgressBar {
    private static final int MOST_CELLS = 24;

    private final Style style;
    private final Format format = new Format(4);

    public ProgressBar(Style style) {
        this.style = style;
    }

    /**
     * How far a training has come.
     *
     * @param columns how many there are; where they are few the bar is shorter
     */
    public String line(NetworkResult.Progress progress, int columns) {
        Double accuracy = progress.accuracy();
        String right = accuracy == null ? "" : "  accuracy " + format.number(100 * accuracy) + " %";
        double left = progress.seconds() / progress.done() * (progress.epochs() - progress.done());
        String before = "epoch " + progress.done() + "/" + progress.epochs() + " ";
        String behind = "  loss " + format.number(progress.loss()) + right + "  " + time(left) + " left";
        int cells = Math.clamp(columns - Width.of(before + behind), 0, MOST_CELLS);
        return before + bar(progress, cells) + behind;
    }

    private String bar(NetworkResult.Progress progress, int cells) {
        int full = (int) ((long) cells * progress.done() / Math.max(progress.epochs(), 1));
        return (style.unicode() ? "█" : "#").repeat(full) + (style.unicode() ? "░" : ".").repeat(cells - full);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
}
