package ag.lang.syntax;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pieces of the lines that are told to type instead of others. A name by itself may be that of a function or of a formula. */
final class Instead {
    private static final Pattern CAPITAL_CALL = Pattern.compile("([A-Z][A-Za-z]+)\\[([^\\[\\]]*)]");
    private static final Pattern LETTER = Pattern.compile("(?<!\\p{L})\\p{L}(?!\\p{L})");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*'*");

    /** Names that formulas have rather than functions. */
    private static final String FORMULAS = "yzwuv";

    private Instead() {}

    /** {@code Sin[x]} as sin(x), inner ones first. */
    static String round(String text) {
        String now = text;
        for (Matcher call = CAPITAL_CALL.matcher(now); call.find(); call = CAPITAL_CALL.matcher(now)) {
            String name = call.group(1).toLowerCase(Locale.ROOT);
            String known = name.equals("log") ? "ln" : name.startsWith("arc") ? "a" + name.substring(3) : name;
            now = now.substring(0, call.start()) + known + "(" + call.group(2) + ")" + now.substring(call.end());
        }
        return now;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A derivative of a name by its primes, which need no letter; of a formula by d/dx. */
    static String derivative(String of, @Nullable String by, int order, @Nullable String place) {
        String primes = "'".repeat(order);
        if (isName(of) && by == null) {
            return place != null ? of + primes + "(" + place + ")" : order == 1 ? "derive " + of : of + primes;
        }
        String letter = by == null ? letter(of) : by;
        String sign = order == 1 ? "d/d" + letter : "d^" + order + "/d" + letter + "^" + order;
        return sign + " (" + round(of) + ")" + (place == null ? "" : " at " + letter + " = " + place);
    }

    static String integral(String of, @Nullable String by, String low, String high) {
        String function = isName(of) && by == null ? of : (by == null ? letter(of) : by) + " -> " + round(of);
        return "integral(" + function + ", " + low + ", " + high + ")";
    }

    /** A name at a place; of a formula with the letter that is meant. */
    static String place(String of, @Nullable String by, String place) {
        return by == null && isName(of) ? place : (by == null ? letter(of) : by) + " = " + place;
    }

    /**
     * Where a function, a formula or one of their derivatives is 0, or above it: {@code f''(x) = 0 for x}, {@code y'' = 0},
     * {@code (x^3 - x)'' = 0}.
     *
     * @param relation {@code = 0}, {@code > 0}
     */
    static String solved(String of, String primes, String relation) {
        boolean formula = !isName(of) || FORMULAS.contains(of.replace("'", ""));
        String left = isName(of) || primes.isEmpty() ? of + primes : "(" + of + ")" + primes;
        return "solve " + left + (formula ? " " + relation : "(x) " + relation + " for x");
    }

    /** The letter that a formula is most likely in. */
    static String letter(String formula) {
        if (isName(formula)) {
            return "x";
        }
        Matcher letters = LETTER.matcher(formula.replaceAll("\\be\\b|π", ""));
        String found = "";
        while (letters.find()) {
            found = found.isEmpty() || letters.group().equals("x") ? letters.group() : found;
        }
        return found.isEmpty() ? "x" : found;
    }

    /** What a bracket at the end was taken from that it needs. */
    static String closed(String formula) {
        long open = formula.chars().filter(sign -> sign == '(').count();
        long shut = formula.chars().filter(sign -> sign == ')').count();
        return open > shut ? formula + ")" : formula;
    }
}
