package ag.lang.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a number is to be written into a text: the {@code 8.3f} of {@code "{x:8.3f}"}. The forms are those of Python.
 *
 * @param style with decimals, with a power of ten, or whichever is shorter
 * @param width how many characters the number gets at least, filled with spaces on the left; 0 where it is not said
 * @param precision how many decimals, or how many digits for {@link Style#GENERAL}
 */
public record NumberFormat(Style style, int width, int precision) {
    /** More than any double can tell; beyond it a slip of the finger would fill the memory. */
    private static final int MOST = 999;

    private static final int STANDARD_PRECISION = 6;
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,2})?(?:\\.([0-9]{1,3}))?([feg])");

    /** The letter at the end of a format. */
    public enum Style {
        /** This many decimals. */
        FIXED("f"),
        /** One digit before the point, and a power of ten. */
        SCIENTIFIC("e"),
        /** This many significant digits, without zeros at the end. */
        GENERAL("g");

        private final String letter;

        Style(String letter) {
            this.letter = letter;
        }
    }

    public NumberFormat {
        if (width < 0 || width > MOST || precision < 0 || precision > MOST) {
            throw new IllegalArgumentException("no such format: " + width + "." + precision);
        }
    }

    /** Reads {@code 8.3f}; null where the text is no format. */
    static @Nullable NumberFormat of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String width = form.group(1);
        String precision = form.group(2);
        return new NumberFormat(
                style(form.group(3)),
                width == null ? 0 : Integer.parseInt(width),
                precision == null ? STANDARD_PRECISION : Integer.parseInt(precision));
    }

    private static Style style(String letter) {
        return switch (letter) {
            case "f" -> Style.FIXED;
            case "e" -> Style.SCIENTIFIC;
            default -> Style.GENERAL;
        };
    }

    /** As it is written. */
    public String text() {
        return (width == 0 ? "" : String.valueOf(width)) + "." + precision + style.letter;
    }
}
