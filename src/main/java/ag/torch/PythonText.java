package ag.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How Python is written: numbers, names, long lists, blocks. */
final class PythonText {
    /** How long a line may be (PEP 8). */
    static final int WIDTH = 79;

    static final String INDENT = "    ";

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "False",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "None",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "True",
            "try",
            "while",
            "with",
            "yield");

    /** Subscripts, as in x₁, which is x_1 in ag too. */
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private PythonText() {}

    /** A number with all its digits; whole ones without a point. */
    static String number(double x) {
        if (Double.isNaN(x)) {
            return "torch.nan";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "torch.inf" : "-torch.inf";
        }
        if (x == (long) x && Math.abs(x) < 1e15 && !isMinusZero(x)) {
            return Long.toString((long) x);
        }
        return Double.toString(x).replace(".0E", "e").replace('E', 'e');
    }

    private static boolean isMinusZero(double x) {
        return x == 0 && 1 / x < 0;
    }

    /** A number that Python takes for one with a point. */
    static String real(double x) {
        return real(number(x));
    }

    static String real(String number) {
        return number.matches("-?[0-9]+") ? number + ".0" : number;
    }

    /** A text in quotes. */
    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\x")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** A name of the program's as one of Python's that is none of those taken. */
    static String name(String name, Set<String> taken) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> {
            int subscript = SUBSCRIPTS.indexOf(c);
            if (subscript >= 0) {
                plain.append(plain.isEmpty() || Character.isDigit(plain.charAt(plain.length() - 1)) ? "" : "_")
                        .append(subscript);
            } else {
                plain.appendCodePoint(Character.isLetterOrDigit(c) ? c : '_');
            }
        });
        while (KEYWORDS.contains(plain.toString()) || taken.contains(plain.toString())) {
            plain.append('_');
        }
        return plain.toString();
    }

    /** {@code opening item, item, item closing}: on one line where it fits, with as many items as fit on each line where not. */
    static List<String> list(String indent, String opening, List<String> items, String closing) {
        String line = indent + opening + String.join(", ", items) + closing;
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent + opening);
        lines.addAll(filled(indent + INDENT, items));
        lines.add(indent + closing.stripLeading());
        return lines;
    }

    /** Items with a comma behind each, as many on a line as fit. */
    static List<String> filled(String indent, List<String> items) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String item : items) {
            if (!line.isEmpty() && line.length() + item.length() + 2 > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? indent : " ").append(item).append(',');
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The file of an origin without its folders, as it may stand in a docstring. */
    static String origin(String origin) {
        String file = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
        return file.replace('"', '\'').replaceAll("\\s", " ");
    }
}
