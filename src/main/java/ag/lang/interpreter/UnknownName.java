package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Forms;
import ag.spelling.Nearest;
import java.util.Optional;

/** Says what to do about a name that stands for nothing. */
public final class UnknownName {
    private UnknownName() {}

    public static AgException problem(Globals globals, String name, Span span) {
        return Elsewhere.problem(name, span)
                .orElseGet(() ->
                        new AgException("unknown-name", "unknown name '" + name + "'", span, hint(globals, name)));
    }

    private static String hint(Globals globals, String name) {
        String form = Forms.of(name);
        if (!form.isEmpty()) {
            return "write: " + form;
        }
        Optional<String> here = Elsewhere.name(name);
        if (here.isPresent()) {
            return "write '" + here.get() + "'";
        }
        if (name.length() == 2 && name.chars().allMatch(Character::isLetter)) {
            return "for a product write " + name.charAt(0) + " " + name.charAt(1)
                    + "; for a name, define it first: let " + name + " = 2";
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
