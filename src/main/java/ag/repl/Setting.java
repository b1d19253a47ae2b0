package ag.repl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of what {@code :set} changes. */
enum Setting {
    DIGITS("digits", "10", "how many significant digits numbers are shown with, 1 to " + Preferences.MOST_DIGITS),
    COLOR("color", "off", "on or off"),
    UNICODE("unicode", "off", "on or off; off writes ∂ as d"),
    LIVE("live", "off", "on or off: whether values show while you type");

    private final String word;
    private final String example;
    private final String help;

    Setting(String word, String example, String help) {
        this.word = word;
        this.example = example;
        this.help = help;
    }

    static Optional<Setting> of(String word) {
        return Arrays.stream(values())
                .filter(setting -> setting.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Setting::word).toList();
    }

    String word() {
        return word;
    }

    /** A value that can stand behind the word. */
    String example() {
        return example;
    }

    /** Values it takes, for completion. */
    List<String> examples() {
        return switch (this) {
            case DIGITS -> List.of("3", "6", "10", "17");
            case COLOR, UNICODE, LIVE -> List.of("on", "off");
        };
    }

    /** The values it takes. */
    String help() {
        return help;
    }

    /** How it stands. */
    String show(Preferences preferences) {
        return switch (this) {
            case DIGITS -> Integer.toString(preferences.digits());
            case COLOR -> onOff(preferences.colour());
            case UNICODE -> onOff(preferences.unicode());
            case LIVE -> onOff(preferences.live());
        };
    }

    /** The preferences with this changed; empty where it takes no such value. */
    Optional<Preferences> change(Preferences preferences, String value) {
        if (this == DIGITS) {
            int digits = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
            return digits >= 1 && digits <= Preferences.MOST_DIGITS
                    ? Optional.of(preferences.withDigits(digits))
                    : Optional.empty();
        }
        boolean on = value.equals("on");
        if (!on && !value.equals("off")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case DIGITS -> throw new IllegalStateException("digits are no switch");
                    case COLOR -> preferences.withColour(on);
                    case UNICODE -> preferences.withUnicode(on);
                    case LIVE -> preferences.withLive(on);
                });
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
