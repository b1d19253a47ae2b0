package ag.lang.syntax;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers as they are written elsewhere: 1 000 000, 1,000,000, 1.000.000 and, in LaTeX, 6{,}02. */
final class GroupedDigits {
    private static final Pattern SPACED = Pattern.compile("(?<![\\w.])\\d{1,3}(?: \\d{3})+(?![\\d])");
    private static final Pattern COMMAS = Pattern.compile("(?<![\\w.])\\d{1,3}(?:,\\d{3}){2,}(?![\\d])");
    private static final Pattern POINTS = Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{3}){2,}(?![\\d])");
    /** 1,000.5 */
    private static final Pattern COMMAS_AND_POINT = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");

    /** 1.000,5 */
    private static final Pattern POINTS_AND_COMMA = Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{3})+),(\\d+)");

    private static final Pattern BRACED = Pattern.compile("(\\d)\\{,}(\\d)");

    private GroupedDigits() {}

    /** The line with the digits as the language has them; empty where none are grouped. */
    static Optional<String> plain(String line) {
        String plain = BRACED.matcher(line).replaceAll("$1.$2");
        for (Pattern mixed : new Pattern[] {COMMAS_AND_POINT, POINTS_AND_COMMA}) {
            plain = mixed.matcher(plain).replaceAll(number -> joined(number.group(1)) + "." + number.group(2));
        }
        for (Pattern grouped : new Pattern[] {SPACED, COMMAS, POINTS}) {
            plain = grouped.matcher(plain).replaceAll(GroupedDigits::joined);
        }
        return plain.equals(line) ? Optional.empty() : Optional.of(plain);
    }

    /** Whether a comma between two numbers may part thousands as well as a whole number from its decimals: 1,000. */
    static boolean isEither(String before, String behind) {
        return before.matches("[1-9]\\d{0,2}") && behind.matches("\\d{3}");
    }

    private static String joined(MatchResult number) {
        return joined(number.group());
    }

    private static String joined(String grouped) {
        return grouped.replaceAll("[ ,.]", "");
    }
}
