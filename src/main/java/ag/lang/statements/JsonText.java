package ag.lang.statements;

import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) into values: numbers, texts, {@code true} and {@code false}; lists, which become vectors and matrices where they are;
 * objects. {@code null}, which is how a missing number is written, is NaN.
 */
final class JsonText {
    private static final int DEEPEST = 500;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Workspace workspace;
    private final Runnable pause;
    private final String text;
    private int at;
    private int depth;

    /** What is wrong with a text, and in which line and column of it. */
    static final class NoJson extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoJson(String problem) {
            super(problem, null, false, false);
        }
    }

    private JsonText(Workspace workspace, Runnable pause, String text) {
        this.workspace = workspace;
        this.pause = pause;
        this.text = text;
    }

    /**
     * The value that a text says.
     *
     * @param pause run now and then; it throws where the program has to end
     * @throws NoJson where it says none
     */
    static Datum read(Workspace workspace, String text, Runnable pause) {
        JsonText json = new JsonText(workspace, pause, text.startsWith("\uFEFF") ? text.substring(1) : text);
        Datum value = json.value();
        json.blanks();
        if (json.at < json.text.length()) {
            throw json.wrong("there is something behind the end");
        }
        return value;
    }

    private Datum value() {
        pause.run();
        blanks();
        if (at == text.length()) {
            throw wrong("it ends too early");
        }
        if (++depth > DEEPEST) {
            throw wrong("lists and objects are nested more than " + DEEPEST + " deep");
        }
        Datum value = switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> new Datum.Text(string());
            case 't' -> word("true", new Datum.Bool(true));
            case 'f' -> word("false", new Datum.Bool(false));
            case 'n' -> word("null", new Datum.Num(Double.NaN));
            default -> number();
        };
        depth--;
        return value;
    }

    private Datum object() {
        Map<String, Datum> fields = new LinkedHashMap<>();
        at++;
        if (!next('}')) {
            do {
                blanks();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw wrong("a name in quotes is missing");
                }
                String name = string();
                if (!next(':')) {
                    throw wrong("a ':' is missing");
                }
                if (fields.put(name, value()) != null) {
                    throw wrong("the name \"" + name + "\" stands twice in one object");
                }
            } while (next(','));
            close('}');
        }
        return new JsonObject(fields);
    }

    private Datum list() {
        List<Datum> items = new ArrayList<>();
        at++;
        if (!next(']')) {
            do {
                items.add(value());
            } while (next(','));
            close(']');
        }
        return items.isEmpty() ? Tensor.vector(new double[0]) : Lists.of(workspace, items);
    }

    private void close(char sign) {
        if (!next(sign)) {
            throw wrong("a ',' or a '" + sign + "' is missing");
        }
    }

    /** Whether the sign comes next; then it is passed. */
    private boolean next(char sign) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Datum word(String word, Datum value) {
        if (!text.startsWith(word, at)) {
            throw wrong("this is no value");
        }
        at += word.length();
        return value;
    }

    private Datum number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("this is no value");
        }
        at = number.end();
        return new Datum.Num(Double.parseDouble(number.group()));
    }

    private String string() {
        StringBuilder letters = new StringBuilder();
        at++;
        while (true) {
            if (at == text.length() || text.charAt(at) < ' ') {
                throw wrong("a text has no end");
            }
            char letter = text.charAt(at++);
            if (letter == '"') {
                return letters.toString();
            }
            letters.append(letter == '\\' ? escaped() : letter);
        }
    }

    private char escaped() {
        char sign = at < text.length() ? text.charAt(at++) : ' ';
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong("\\u needs four digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong("'\\" + sign + "' means nothing in JSON");
        };
    }

    private NoJson wrong(String problem) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new NoJson("line " + line + ", column " + column + ": " + problem);
    }
}
