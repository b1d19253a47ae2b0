package ag.lang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes a word apart that is written without spaces: {@code xe} is x and e, {@code xsin} is x and sin, {@code 2ac} ends in a and c. */
public final class WrittenWord {
    private static final int LONGEST_FUNCTION = 7;
    private static final int MOST_PARTS = 5;

    private WrittenWord() {}

    /** Letters with at least one function among them, whatever the letters stand for; empty where it is none. */
    static List<String> parts(String word) {
        List<String> parts = parts(word, _ -> true);
        boolean function = parts.stream().anyMatch(WrittenNames::isFunction);
        return function || parts.contains("pi") ? parts : List.of();
    }

    /** The word as functions and letters that mean something; empty where it is not made of those. Longer parts come first. */
    public static List<String> parts(String word, Predicate<String> means) {
        List<String> parts = new ArrayList<>();
        return word.length() > 1 && split(word, 0, means, parts) && parts.size() > 1 ? parts : List.of();
    }

    private static boolean split(String word, int from, Predicate<String> means, List<String> parts) {
        if (from == word.length()) {
            return true;
        }
        if (parts.size() == MOST_PARTS) {
            return false;
        }
        for (int end = Math.min(word.length(), from + LONGEST_FUNCTION); end > from; end--) {
            String part = word.substring(from, end);
            boolean usable = part.equals("pi")
                    || (part.length() > 1 && WrittenNames.isFunction(part) && !part.matches(".*[0-9_].*"))
                    || (WrittenNames.isLetter(part) && isWhole(word, end) && means.test(part));
            if (usable || isFactor(word, from, end, parts)) {
                parts.add(part);
                if (split(word, end, means, parts)) {
                    return true;
                }
                parts.removeLast();
            }
        }
        return false;
    }

    /** Whether it is the 2 of {@code sin2x}; the number behind a logarithm may be its base. */
    private static boolean isFactor(String word, int from, int end, List<String> parts) {
        return end < word.length()
                && !parts.isEmpty()
                && parts.getLast().length() > 1
                && !parts.getLast().startsWith("log")
                && word.substring(from, end).chars().allMatch(Character::isDigit)
                && Character.isLetter(word.charAt(end));
    }

    /** Whether no index is cut in two: x_1 ends behind its digits. */
    private static boolean isWhole(String word, int end) {
        if (end == word.length()) {
            return true;
        }
        char next = word.charAt(end);
        return !(Character.isDigit(next) || next == '_' || (next >= '₀' && next <= '₉'));
    }
}
