package ag.lang.syntax;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers as they are written elsewhere: 1 000 000, 1,000,000, 1.000.000 and, in LaTeX, 6{,}02. */
final class GroupedDigits {
    private static final Pattern SPACED = Pattern.compile("(?<![\\w.])\\d{1,3}(?: \\d{3})+(?![\\d])");
    private static final Pattern COMMAS = Pattern.compile("(?<![\\w.])\\d{1,3}(?:,\\d{3}){2,}(?![\\d])");
    private static final Pattern POINTS = Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{3}){2,}(?![\\d])");
    private static final Pattern BRACED = Pattern.compile("(\\d)\\{,}(\\d)");

    private GroupedDigits() {}

    /** The line with the digits as the language has them; empty where none are grouped. */
    static Optional<String> plain(String line) {
        String plain = BRACED.matcher(line).replaceAll("$1.$2");
        for (Pattern grouped : new Pattern[] {SPACED, COMMAS, POINTS}) {
            plain = grouped.matcher(plain).replaceAll(GroupedDigits::joined);
        }
        return plain.equals(line) ? Optional.empty() : Optional.of(plain);
    }

    private static String joined(MatchResult number) {
        return number.group().replaceAll("[ ,.]", "");
    }
}
