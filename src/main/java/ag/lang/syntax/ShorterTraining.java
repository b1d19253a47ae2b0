package ag.lang.syntax;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.LearningStatement.Setting;
import java.util.List;

/** Rewrites a training as one that ends after a number of steps. */
public final class ShorterTraining {
    private ShorterTraining() {}

    /** A training or a minimization with the line {@code stop after step 41}; any other statement as it is. */
    public static Statement of(Statement statement, long steps) {
        return statement instanceof LearningStatement.Stoppable training
                ? with(training, training.settings(), steps)
                : statement;
    }

    /** The line stands behind all others: on a line of its own where the block ends on one. */
    private static Statement with(Statement statement, List<Setting> settings, long steps) {
        Span span = statement.span();
        String line = "stop after step " + steps;
        String text = span.text();
        if (settings.isEmpty()) {
            String head = text.endsWith("}")
                    ? text.substring(0, text.lastIndexOf('{')).stripTrailing()
                    : text;
            return Parser.parse(new SourceText(span.source().name(), head + " { " + line + " }"))
                    .getFirst();
        }
        int lastStart = settings.getLast().span().start() - span.start();
        int lastEnd = settings.getLast().span().end() - span.start();
        String rest = text.substring(lastEnd);
        String shorter;
        if (rest.contains("\n")) {
            String before = text.substring(text.lastIndexOf('\n', lastStart) + 1, lastStart);
            String indent = before.isBlank() ? before : "  ";
            int closing = text.lastIndexOf('\n') + 1;
            shorter = text.substring(0, closing) + indent + line + "\n" + text.substring(closing);
        } else {
            shorter = text.substring(0, lastEnd) + "; " + line + " }";
        }
        return Parser.parse(new SourceText(span.source().name(), shorter)).getFirst();
    }
}
