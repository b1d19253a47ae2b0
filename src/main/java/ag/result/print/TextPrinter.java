package ag.result.print;

import ag.present.Presentation;
import ag.result.Format;
import ag.result.Result;
import java.util.function.IntSupplier;

/** Writes the results of a program for people to read, one after the other: {@code set digits} says how those behind it are written. */
public final class TextPrinter {
    private final TextRenderer renderer;
    private Format format;

    /** For a file or a pipe, where lines are as long as they are. */
    public TextPrinter(Style style, Format format) {
        this(TextRenderer.unbroken(style), format);
    }

    /** For a screen of this many columns. */
    public TextPrinter(Style style, Format format, int width) {
        this(style, format, () -> width);
    }

    /** @param width how many columns the screen has; asked where it matters, for it may take a moment to find out */
    public TextPrinter(Style style, Format format, IntSupplier width) {
        this(TextRenderer.fitting(style, width), format);
    }

    private TextPrinter(TextRenderer renderer, Format format) {
        this.renderer = renderer;
        this.format = format;
    }

    /** One or more lines without an end after the last; empty where there is nothing to show. */
    public String text(Result result) {
        if (result instanceof Result.DigitsSet set) {
            format = new Format(set.digits());
        }
        return renderer.text(Presentation.of(result).document(format));
    }
}
