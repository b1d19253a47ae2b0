package ag.lang.syntax;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to type instead of lines of one form.
 *
 * @param message what is different here
 * @param line what to type
 * @param near whether that only comes near what was meant
 */
record LineRule(Pattern pattern, String message, Function<MatchResult, String> line, boolean near) {
    static LineRule rule(String pattern, String message, Function<MatchResult, String> line) {
        return new LineRule(Pattern.compile(pattern), message, line, false);
    }

    /** What the line only comes near of. */
    static LineRule near(String pattern, String message, Function<MatchResult, String> line) {
        return new LineRule(Pattern.compile(pattern), message, line, true);
    }

    /** The line with what to type instead; empty where it has another form. */
    Optional<ForeignLine> instead(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(new ForeignLine(message, line.apply(matcher.toMatchResult()), near))
                : Optional.empty();
    }
}
