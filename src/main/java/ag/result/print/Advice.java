package ag.result.print;

import ag.lang.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the hint of a message tells to type, for those who offer to type it. Whether it fits the place, a trial has to tell. */
public final class Advice {
    /** What begins words, and parts of a statement that cannot stand alone. */
    private static final Pattern NO_STATEMENT = Pattern.compile(
            "(?:ag|a|an|the|it|its|two|let"
                + " again|in|at|rows|leave|give|choose|every|over|for|of|to|stop|weights|robust|init|loss|optimizer|steps|epochs|layer|input|l1|checkpoint|subject|from|clip|root)\\b.*|[^\\p{L}\\p{N}\\[({|√∛-].*");

    private static final Pattern SUGGESTED = Pattern.compile(
            "(?:\\bwrite(?: for instance)?:? |did you mean |what comes near: |give it one: |without let: |made with"
                    + " let: )(.*?)(?:$|; (?![^({]*[)}])| for (?!\\w\\b)| in place| before| as |, such|\\?)");

    private Advice() {}

    /** The texts that stand behind 'write' and 'did you mean', in their order. */
    public static List<String> of(Diagnostic mistake) {
        List<String> found = new ArrayList<>();
        Matcher matcher = SUGGESTED.matcher(mistake.hint());
        while (matcher.find()) {
            for (String line : matcher.group(1).split(",? or:? |, (?=csv)", -1)) {
                String plain = unquoted(line.strip());
                if (!plain.isEmpty()
                        && !plain.contains("…")
                        && count(plain, "({") == count(plain, ")}")
                        && !NO_STATEMENT.matcher(plain).matches()) {
                    found.add(plain);
                }
            }
        }
        return found;
    }

    private static String unquoted(String text) {
        return text.startsWith("'") && text.endsWith("'") && text.length() > 2
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static long count(String text, String brackets) {
        return text.chars().filter(c -> brackets.indexOf(c) >= 0).count();
    }
}
