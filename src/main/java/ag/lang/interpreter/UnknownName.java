package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Forms;
import ag.spelling.Nearest;
import java.util.Map;

/** Says what to do about a name that stands for nothing. */
public final class UnknownName {
    /** What other languages call the things that ag has under another name. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("True", "true"),
            Map.entry("False", "false"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("lg", "log10"),
            Map.entry("average", "mean"),
            Map.entry("var", "variance"),
            Map.entry("length", "len"),
            Map.entry("size", "len"),
            Map.entry("rand", "random"),
            Map.entry("swish", "silu"),
            Map.entry("logistic", "sigmoid"));

    private UnknownName() {}

    public static AgException problem(Globals globals, String name, Span span) {
        return new AgException("unknown-name", "unknown name '" + name + "'", span, hint(globals, name));
    }

    private static String hint(Globals globals, String name) {
        String form = Forms.of(name);
        if (!form.isEmpty()) {
            return "write: " + form;
        }
        String here = ELSEWHERE.get(name);
        if (here != null) {
            return "write '" + here + "'";
        }
        return Nearest.to(name, globals.known())
                .map(near -> "did you mean '" + near + "'?" + definedAt(globals, near))
                .orElse("define it first: let " + name + " = 2 makes an input, " + name + " = 2 a constant, " + name
                        + (name.equals("x") ? "(t)" : "(x)") + " = … a function");
    }

    private static String definedAt(Globals globals, String name) {
        Span place = globals.cell(name).definedAt;
        return place == null
                ? ""
                : "   (defined at " + place.source().name() + ":" + place.line() + ":" + place.column() + ")";
    }
}
