package ag.repl;

import ag.lang.syntax.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a conversation as text. */
final class Transcript {
    private Transcript() {}

    /** A program that does it all again. */
    static String program(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.span().text() + "\n")
                .collect(Collectors.joining());
    }

    /** The statements, numbered. */
    static String numbered(List<Statement> statements) {
        int margin = Integer.toString(statements.size()).length();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            String number = " ".repeat(margin - Integer.toString(i + 1).length()) + (i + 1);
            String text = statements.get(i).span().text().replace("\n", "\n" + " ".repeat(margin + 2));
            lines.append(i == 0 ? "" : "\n").append(number).append("  ").append(text);
        }
        return lines.toString();
    }
}
