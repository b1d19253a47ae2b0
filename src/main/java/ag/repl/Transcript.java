package ag.repl;

import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a conversation as text.
 *
 * @param seed where its random numbers start; null for the standard place
 */
record Transcript(@Nullable Long seed) {
    /** A program that does it all again, without anybody who keeps the last value as {@code ans}. */
    String program(List<Statement> statements) {
        boolean answerUsed = statements.stream().anyMatch(Transcript::usesAnswer);
        return beginning()
                + statements.stream()
                        .map(statement -> line(statement, answerUsed))
                        .collect(Collectors.joining());
    }

    /** What stands before the first statement. */
    String beginning() {
        return seed == null ? "" : "seed " + seed + "\n";
    }

    /** A statement as a line of the program; where the last value is used somewhere, a value is given its name. */
    static String line(Statement statement, boolean answerUsed) {
        String text = statement.span().text() + "\n";
        boolean named = answerUsed
                && statement instanceof Statement.Evaluate
                && !statement.span().text().equals(Workbench.ANSWER);
        return named ? Workbench.ANSWER + " = " + text + Workbench.ANSWER + "\n" : text;
    }

    /** Whether a statement uses the last value. */
    static boolean usesAnswer(Statement statement) {
        return Lexeme.of(new SourceText("", statement.span().text())).stream()
                .anyMatch(lexeme -> lexeme.text().equals(Workbench.ANSWER));
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
