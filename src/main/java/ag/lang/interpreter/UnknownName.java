package ag.lang.interpreter;

import ag.lang.resolve.Effects;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.ForeignLine;
import ag.lang.syntax.Forms;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Callable;
import ag.spelling.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what to do about a name that stands for nothing. */
public final class UnknownName {
    /** This many letters may be a product that is written together. */
    private static final int MOST_LETTERS = 4;

    /** {@code x3}: a letter with a number behind it. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L})([0-9]+)");

    /** What examples everywhere call a network. */
    private static final Set<String> NETWORKS = Set.of("net", "network", "model", "nn", "mlp");

    /** Primes, and the bracket of a call. */
    private static final Pattern CALL = Pattern.compile("['′″‴]*\\(");

    private UnknownName() {}

    public static AgException problem(Globals globals, String name, Span span) {
        return ForeignLine.problem(span)
                .or(() -> Elsewhere.problem(name, span))
                .orElseGet(() -> new AgException(
                        ErrorCode.UNKNOWN_NAME, "unknown name '" + name + "'", span, hint(globals, name, span)));
    }

    /**
     * Refuses the first name in an expression that nothing defines and that is no letter.
     *
     * @param local names that have a meaning where it stands
     */
    public static void refuse(Globals globals, Expr read, Set<String> local) {
        Set<String> names = Effects.of(read).reads();
        Parts.each(read, part -> {
            if (part instanceof Expr.Name name
                    && names.contains(name.name())
                    && !local.contains(name.name())
                    && globals.value(name.name()) == null
                    && !WrittenNames.mayBeFree(name.name())) {
                throw problem(globals, name.name(), name.span());
            }
        });
    }

    private static String hint(Globals globals, String name, Span span) {
        String form = Forms.of(name.toLowerCase(Locale.ROOT));
        if (!form.isEmpty()) {
            return "write: " + form;
        }
        Optional<String> here = Elsewhere.name(name);
        if (here.isPresent()) {
            return "write '" + here.get() + "'";
        }
        if (name.length() > 1
                && (name.startsWith("D") || name.startsWith("Δ"))
                && globals.value(name.substring(1)) instanceof Closure function) {
            String of = name.substring(1);
            List<String> parameters = function.parameters();
            return "for the derivative write "
                    + (name.startsWith("Δ")
                            ? "∇²" + of
                            : parameters.size() == 1 ? of + "'" : "∂" + of + "/∂" + parameters.getFirst());
        }
        if (NETWORKS.contains(name)) {
            return "a network is made first: mlp " + (name.equals("mlp") ? "net" : name)
                    + " { input 2; layer 16 tanh; layer 1 }";
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            String letter = numbered.group(1);
            String number = numbered.group(2);
            return "for an index write " + letter + "_" + number + ", for a power " + letter + "^" + number
                    + ", for a product " + number + letter + "; for a name, define it first: let " + name + " = 2";
        }
        boolean letters = name.length() > 1
                && name.length() <= MOST_LETTERS
                && name.chars().allMatch(Character::isLetter);
        String product = product(globals, name, span);
        if (letters && name.length() == 2) {
            return product;
        }
        return Nearest.to(name, globals.known())
                .map(near -> "did you mean '" + near + "'?" + definedAt(globals, near))
                .or(() -> letters ? Optional.of(product) : Optional.empty())
                .orElse("define it first: let " + name + " = 2 makes an input, " + name + " = 2 a constant, " + name
                        + (name.equals("x") ? "(t)" : "(x)") + " = … a function");
    }

    /** What a few letters that mean nothing may be: a product, or a name; where brackets follow, a function. */
    private static String product(Globals globals, String name, Span span) {
        String factors = name.replaceAll("(?<=.)(?=.)", " ");
        Matcher call = CALL.matcher(span.source().text())
                .region(span.end(), span.source().text().length());
        if (!call.lookingAt()) {
            return "for a product write " + factors + "; for a name, define it first: let " + name + " = 2";
        }
        String define = "for a function, define it first: " + name + (name.equals("x") ? "(t) = t^2" : "(x) = x^2");
        return globals.value(name.substring(name.length() - 1)) instanceof Callable
                ? "for a product write " + factors + call.group()
                        + arguments(span.source().text(), call.end()) + "; " + define
                : define;
    }

    /** What stands in the brackets that have been opened before, and their end. */
    private static String arguments(String text, int start) {
        int open = 1;
        int at = start;
        while (at < text.length() && open > 0) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return text.substring(start, at);
    }

    private static String definedAt(Globals globals, String name) {
        Span place = globals.cell(name).definedAt;
        return place == null
                ? ""
                : "   (defined at " + place.source().name() + ":" + place.line() + ":" + place.column() + ")";
    }
}
