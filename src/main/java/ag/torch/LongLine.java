package ag.torch;

import java.util.ArrayList;
import java.util.List;

/** Breaks a statement of Python that is too long for a line: before the signs outside of brackets, or behind the commas of a call. */
final class LongLine {
    private LongLine() {}

    /**
     * The lines of a statement.
     *
     * @param head what stands before the expression, such as {@code "return "}
     */
    static List<String> of(String indent, String head, String expression) {
        return broken(indent, head, expression, "");
    }

    private static List<String> broken(String indent, String head, String expression, String tail) {
        String line = indent + head + expression + tail;
        if (line.length() <= PythonText.WIDTH) {
            return List.of(line);
        }
        List<Integer> signs = places(expression, true);
        List<String> lines = new ArrayList<>();
        if (!signs.isEmpty()) {
            boolean bracketed = !head.isEmpty();
            String inner = bracketed ? indent + PythonText.INDENT : indent;
            if (bracketed) {
                lines.add(indent + head + "(");
            }
            int from = 0;
            for (int sign : signs) {
                lines.addAll(broken(inner, "", expression.substring(from, sign).strip(), ""));
                from = sign + 1;
            }
            lines.addAll(broken(inner, "", expression.substring(from).strip(), bracketed ? "" : tail));
            if (bracketed) {
                lines.add(indent + ")" + tail);
            }
            return lines;
        }
        int open = expression.indexOf('(');
        if (open < 0 || !expression.endsWith(")")) {
            return List.of(line);
        }
        String arguments = expression.substring(open + 1, expression.length() - 1);
        lines.add(indent + head + expression.substring(0, open + 1));
        int from = 0;
        for (int comma : places(arguments, false)) {
            lines.addAll(broken(
                    indent + PythonText.INDENT,
                    "",
                    arguments.substring(from, comma).strip(),
                    ","));
            from = comma + 1;
        }
        boolean single = from == 0;
        lines.addAll(
                broken(indent + PythonText.INDENT, "", arguments.substring(from).strip(), single ? "" : ","));
        lines.add(indent + ")" + tail);
        return lines;
    }

    /** Where, outside of brackets, the loosest signs stand (the space before each), or the commas. */
    private static List<Integer> places(String text, boolean signs) {
        for (String wanted : signs ? List.of(" + | - ", " * | / ") : List.of(",")) {
            List<Integer> places = new ArrayList<>();
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                int at = i;
                if (depth == 0
                        && List.of(wanted.split("\\|", -1)).stream().anyMatch(sign -> text.startsWith(sign, at))) {
                    places.add(i);
                }
            }
            if (!places.isEmpty()) {
                return places;
            }
        }
        return List.of();
    }
}
