package ag.print;

import ag.lang.result.Format;
import ag.lang.result.Result;
import java.util.Locale;

/** One line that tells how far a training has come: epoch, bar, loss, accuracy, time left. */
public final class ProgressBar {
    private static final int CELLS = 24;

    private final Style style;
    private final Format format = new Format(4);

    public ProgressBar(Style style) {
        this.style = style;
    }

    public String line(Result.Progress progress) {
        int full = (int) ((long) CELLS * progress.done() / Math.max(progress.epochs(), 1));
        String bar = (style.unicode() ? "█" : "#").repeat(full) + (style.unicode() ? "░" : ".").repeat(CELLS - full);
        Double accuracy = progress.accuracy();
        String right = accuracy == null ? "" : "  accuracy " + format.number(100 * accuracy) + " %";
        double left = progress.seconds() / progress.done() * (progress.epochs() - progress.done());
        return "epoch " + progress.done() + "/" + progress.epochs() + " " + bar + "  loss "
                + format.number(progress.loss()) + right + "  " + time(left) + " left";
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
}
