package ag.lang.syntax;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.spelling.Greek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which names mathematics takes for a letter, and which for a function that needs no brackets, as in {@code sin x}. */
public final class WrittenNames {
    /** Letters that mostly are functions, unless a program defines them. */
    private static final Set<String> FUNCTION_LETTERS = Set.of("f", "g", "h", "F", "G", "H", "D", "P", "u", "v");

    /** Other spellings of functions of the table. */
    private static final Map<String, String> ALIASES = aliases();

    private static final Set<String> FUNCTIONS = functions();
    private static final Pattern LETTER = Pattern.compile("\\p{L}\\p{M}*(?:_?[0-9]+|[₀-₉]+|_\\p{L})?");
    private static final Pattern FREE = Pattern.compile("\\p{L}\\p{M}*(?:_[0-9]+|[₀-₉]+|_\\p{L})?");
    private static final Pattern LOGARITHM = Pattern.compile("log(?:_([0-9]+|\\p{L})|([₀-₉]+))");

    private WrittenNames() {}

    /** Whether it is a letter, with or without an index: {@code x}, {@code θ}, {@code x_1}, {@code x1}. */
    public static boolean isLetter(String name) {
        return name.length() == 1 || LETTER.matcher(name).matches();
    }

    /**
     * A letter that is none of the program: x with a mark over it.
     *
     * @param place letters of other places are others
     */
    public static String apart(int place) {
        return "x\u0306_" + (place + 1);
    }

    /** Whether it may stand in a formula before it has a value: {@code x}, {@code θ}, {@code x_1}, {@code x₁}. */
    public static boolean mayBeFree(String name) {
        return (name.length() == 1 && Character.isLetter(name.charAt(0)))
                || FREE.matcher(name).matches();
    }

    /**
     * Whether an unknown letter in front of brackets is more likely a factor than a function. P(1 + r) is interest on a principal, while
     * P(x) and P(A) are more likely a polynomial or a probability.
     */
    public static boolean isFactorOf(String letter, Expr argument) {
        boolean principal = letter.equals("P")
                && argument instanceof Expr.Binary sum
                && (sum.operator() == Expr.BinaryOperator.ADD || sum.operator() == Expr.BinaryOperator.SUBTRACT);
        return mayBeFree(letter) && (principal || !FUNCTION_LETTERS.contains(letter));
    }

    /** Whether it is a function of one number by its name, such as {@code sin}, {@code arcsin} or {@code log_2}. */
    public static boolean isFunction(String name) {
        return FUNCTIONS.contains(name)
                || (name.startsWith("log") && LOGARITHM.matcher(name).matches());
    }

    /** The name of the table for another spelling; the name itself where it is none. */
    public static String known(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    /** The base that {@code log_2} or {@code log₂} names; empty for another name. */
    public static String base(String name) {
        var logarithm = LOGARITHM.matcher(name);
        if (!logarithm.matches()) {
            return "";
        }
        if (logarithm.group(1) != null) {
            return logarithm.group(1);
        }
        StringBuilder base = new StringBuilder();
        logarithm.group(2).chars().forEach(digit -> base.append((char) ('0' + digit - '₀')));
        return base.toString();
    }

    /** The Greek letter that a name spells out, with its index: θ for theta, θ_1 for theta_1; the name itself where it spells none. */
    public static String greek(String name) {
        int end = indexStart(name);
        if (name.equals("Pi")) {
            // The number, as other systems write it, rather than the capital letter.
            return name;
        }
        String letter = Greek.letter(name.substring(0, end));
        return letter.equals(name.substring(0, end)) ? name : letter + name.substring(end);
    }

    /** The other way round: theta for θ. */
    public static String greekName(String letter) {
        int end = indexStart(letter);
        return Greek.name(letter.substring(0, end)) + letter.substring(end);
    }

    /** Whether a name may be spelled in another way too. */
    public static boolean hasSpellings(String name) {
        if (Greek.isName(name) || name.indexOf('_') > 0) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** What all spellings of a name share: theta_1 for θ₁ and θ_1. */
    public static String key(String name) {
        if (!hasSpellings(name)) {
            return name;
        }
        StringBuilder key = new StringBuilder();
        for (char c : greekName(name).toCharArray()) {
            boolean index = c >= '₀' && c <= '₉';
            key.append(index && key.indexOf("_") < 0 ? "_" : "").append(index ? (char) ('0' + c - '₀') : c);
        }
        return key.toString();
    }

    private static int indexStart(String name) {
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put("ln", "ln");
        aliases.put("lg", "log10");
        aliases.put("sgn", "sign");
        aliases.put("tg", "tan");
        aliases.put("ctg", "cot");
        aliases.put("cosec", "csc");
        aliases.put("arctg", "atan");
        aliases.put("arcctg", "acot");
        aliases.put("Γ", "gamma");
        aliases.put("ld", "log2");
        aliases.put("lb", "log2");
        aliases.put("sh", "sinh");
        aliases.put("ch", "cosh");
        aliases.put("th", "tanh");
        for (String circular : new String[] {"sin", "cos", "tan", "sec", "csc", "cot"}) {
            aliases.put("arc" + circular, "a" + circular);
            aliases.put("ar" + circular + "h", "a" + circular + "h");
            aliases.put("arc" + circular + "h", "a" + circular + "h");
        }
        return aliases;
    }

    private static Set<String> functions() {
        Set<String> functions = new TreeSet<>(ALIASES.keySet());
        for (Operation row : Operation.functions()) {
            if (row.partials() instanceof Partials.Unary) {
                functions.add(row.symbol());
            }
        }
        return functions;
    }
}
