package ag.torch;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A piece of Python. In forms such as {@code torch.hypot(a, b)} the letters stand for operands; {@code #b} must be a plain number.
 *
 * @param text how it is written
 * @param level how tightly its loosest sign binds: sums 1, products 2, signs 3, powers 4, what stands for itself 5
 * @param isNumber whether it is a number and no tensor
 */
record TorchExpression(String text, int level, boolean isNumber) {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int WHOLE = 5;

    private static final Pattern OPERAND = Pattern.compile("(?<![\\w.#])#?[abxvw](?![\\w=])");

    static TorchExpression name(String name) {
        return new TorchExpression(name, WHOLE, false);
    }

    static TorchExpression number(double value) {
        return new TorchExpression(PythonText.number(value), value < 0 ? SIGN : WHOLE, true);
    }

    /** A call, or anything in brackets. */
    static TorchExpression whole(String text) {
        return new TorchExpression(text, WHOLE, false);
    }

    boolean isName() {
        return level == WHOLE && text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    /** How often a letter stands in a form. */
    static int occurrences(String form, char letter) {
        return (int) OPERAND.matcher(form)
                .results()
                .filter(found -> letterOf(found) == letter)
                .count();
    }

    /**
     * A form such as {@code a * b} with terms in the place of its letters, in brackets where the signs beside them bind tighter.
     *
     * @param letters the letters of the terms: {@code "x"}, {@code "ab"}, {@code "v"}
     */
    static TorchExpression of(String form, String letters, List<TorchExpression> terms) {
        StringBuilder text = new StringBuilder();
        int level = levelOf(form);
        int from = 0;
        for (MatchResult found : OPERAND.matcher(form).results().toList()) {
            int place = letters.indexOf(letterOf(found));
            if (place < 0) {
                continue;
            }
            text.append(form, from, found.start());
            TorchExpression term = terms.get(place);
            String written = found.group().startsWith("#")
                    ? term.requireNumber(form)
                    : within(form, found.start(), found.end(), term);
            // What stands behind a sign without brackets, as the product in -x * y, makes the whole as loose as itself.
            boolean isOutside = depth(form, found.start()) == 0;
            level = isOutside && written.equals(term.text) ? Math.min(level, term.level) : level;
            text.append(written);
            from = found.end();
        }
        text.append(form, from, form.length());
        return new TorchExpression(text.toString(), level, false);
    }

    private static char letterOf(MatchResult found) {
        String word = found.group();
        return word.charAt(word.length() - 1);
    }

    private String requireNumber(String form) {
        if (!isNumber) {
            throw new NoTorchForm("PyTorch's " + form.substring(0, form.indexOf('(')) + " takes a plain number there");
        }
        return text;
    }

    private static String within(String form, int start, int end, TorchExpression term) {
        int before = signBefore(form, start);
        int after = signAfter(form, end);
        boolean alone = before == 0 && after == 0;
        if (alone) {
            boolean isArgument = start > 0 && (form.charAt(start - 1) == '(' || form.startsWith(", ", start - 2));
            // PyTorch's functions take tensors, and a whole number would be a tensor of whole numbers.
            return term.isNumber && isArgument ? "torch.tensor(" + PythonText.real(term.text) + ")" : term.text;
        }
        boolean fits = term.level >= WHOLE || (term.level >= after && term.level > before && after < POWER);
        return fits ? term.text : "(" + term.text + ")";
    }

    private static int signBefore(String form, int at) {
        String before = form.substring(0, at).stripTrailing();
        if (before.isEmpty()
                || before.endsWith("(")
                || before.endsWith(",")
                || (before.endsWith("=") && !before.endsWith("=="))) {
            return 0;
        }
        return before.endsWith("**") ? POWER : level(before.charAt(before.length() - 1));
    }

    private static int signAfter(String form, int at) {
        String after = form.substring(at).stripLeading();
        if (after.isEmpty() || after.startsWith(")") || after.startsWith(",")) {
            return 0;
        }
        return after.startsWith("**") ? POWER : after.startsWith(".") ? WHOLE : level(after.charAt(0));
    }

    private static int level(char sign) {
        return switch (sign) {
            case '+', '-' -> SUM;
            case '*', '/', '%' -> PRODUCT;
            default -> 0;
        };
    }

    /** How many brackets are open at a place. */
    private static int depth(String form, int at) {
        return (int) form.chars().limit(at).filter(c -> c == '(' || c == '[').count()
                - (int) form.chars().limit(at).filter(c -> c == ')' || c == ']').count();
    }

    /** How tightly the loosest sign outside of brackets binds. */
    private static int levelOf(String form) {
        int depth = 0;
        int least = WHOLE;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && form.startsWith("**", i)) {
                least = Math.min(least, POWER);
                i++;
            } else if (depth == 0 && level(c) > 0) {
                least = Math.min(least, i == 0 ? SIGN : level(c));
            }
        }
        return least;
    }
}
