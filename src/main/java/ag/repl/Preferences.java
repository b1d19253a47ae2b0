package ag.repl;

import ag.result.Format;
import ag.result.print.Style;

/**
 * How a conversation is shown; {@code :set} changes it.
 *
 * @param digits how many significant digits numbers are shown with
 * @param colour whether in colours
 * @param unicode whether with more than ASCII
 * @param live whether values show while a formula is typed
 */
record Preferences(int digits, boolean colour, boolean unicode, boolean live) {
    static final int MOST_DIGITS = 17;

    Style style() {
        return new Style(colour, unicode);
    }

    Format format() {
        return new Format(digits);
    }

    Preferences withDigits(int number) {
        return new Preferences(number, colour, unicode, live);
    }

    Preferences withColour(boolean on) {
        return new Preferences(digits, on, unicode, live);
    }

    Preferences withUnicode(boolean on) {
        return new Preferences(digits, colour, on, live);
    }

    Preferences withLive(boolean on) {
        return new Preferences(digits, colour, unicode, on);
    }
}
