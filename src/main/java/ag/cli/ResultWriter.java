package ag.cli;

import ag.lang.values.Stop;
import ag.result.Format;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.result.print.ProgressBar;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows results where they belong: what a program computed on the standard output, what there is to say about it beside; as JSON,
 * all of it on the standard output.
 */
final class ResultWriter implements Consumer<Result> {
    private final RunSettings settings;
    private final LineOutput out;
    private final LineOutput error;
    private final IntSupplier columns;
    private final TextPrinter forOutput;
    private final TextPrinter forError;
    /** Null without {@code --json}: starting the library behind it takes time. */
    private final @Nullable JsonPrinter json;
    /** Null where there is no terminal to show it on. */
    private final @Nullable ProgressBar bar;

    ResultWriter(RunSettings settings, Surroundings around, LineOutput out, LineOutput error) {
        this.settings = settings;
        this.out = out;
        this.error = error;
        this.columns = around.columns();
        this.forOutput = printer(around, around.output());
        this.forError = printer(around, around.error());
        boolean watched = around.error().isTerminal() && !settings.json() && !settings.quiet();
        this.bar = watched ? new ProgressBar(new Style(false, around.isUnicode(around.error()))) : null;
        this.json = settings.json() ? new JsonPrinter(around.isUnicode(around.output())) : null;
    }

    private TextPrinter printer(Surroundings around, Surroundings.Sink sink) {
        boolean colour = settings.colour() && around.isColourful(sink);
        Style style = new Style(colour, around.isUnicode(sink));
        Format format = new Format(Format.STANDARD_DIGITS);
        return sink.isTerminal() ? new TextPrinter(style, format, around.columns()) : new TextPrinter(style, format);
    }

    /** Has everything that was shown arrive. */
    void flush() {
        out.flush();
        error.flush();
    }

    @Override
    public void accept(Result result) {
        accept(result, Stop.NEVER);
    }

    /**
     * Shows a result.
     *
     * @param stop asked now and then, where writing takes long, whether to go on
     */
    void accept(Result result, Stop stop) {
        if (result instanceof NetworkResult.Progress progress && bar != null) {
            error.passing(bar.line(progress, columns.getAsInt() - 1));
        }
        boolean remark = result instanceof Result.Note;
        boolean unread = out.isClosed();
        if (unread || result instanceof Result.Defined || (remark && settings.quiet())) {
            return;
        }
        if (json != null) {
            out.print(json.line(result, () -> stop.check(result.span(), 0)));
        } else if (remark || result instanceof Result.Failed) {
            // What was computed before shows first, also where both end up in one place.
            out.flush();
            error.print(forError.text(result));
        } else {
            String text = forOutput.text(result);
            if (!text.isEmpty()) {
                error.endPassing();
                out.print(text);
            }
        }
    }
}
