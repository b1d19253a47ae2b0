package ag.lsp;

import ag.help.Help;
import ag.help.Topic;
import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Symbol;
import ag.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What is shown of a word under the pointer: how it was made, its value if the program has run, or what the help says of it. */
record Explained(Help help) {
    Optional<Hover> hover(Analysis analysis, int offset, BoundedRun run) {
        return analysis.names()
                .at(offset)
                .flatMap(name -> own(analysis, name, run).or(() -> topic(name.name(), name.span())))
                .or(() -> analysis.lexemes().stream()
                        .filter(lexeme -> lexeme.isWord()
                                && lexeme.span().start() <= offset
                                && offset < lexeme.span().end())
                        .findFirst()
                        .flatMap(lexeme -> topic(lexeme.text(), lexeme.span())));
    }

    private static Optional<Hover> own(Analysis analysis, Occurrence name, BoundedRun run) {
        return analysis.names().definition(name).map(made -> {
            List<String> parts = new ArrayList<>();
            Span whole = made.whole();
            String text = whole == null ? name.name() : firstLine(whole.text());
            parts.add(code(text));
            String kind = Optional.ofNullable(made.kind()).map(Explained::words).orElse("a name");
            parts.add(kind + ", line " + made.span().line());
            if (name.symbol().isGlobal()) {
                Optional.ofNullable(run.values().get(made.name()))
                        .map(Explained::code)
                        .ifPresent(parts::add);
            }
            return shown(String.join("\n\n", parts), name.span());
        });
    }

    private static String words(Symbol.Kind kind) {
        return switch (kind) {
            case INPUT -> "input";
            case VALUE -> "formula or constant";
            case FUNCTION -> "function";
            case PARAMETER -> "parameter";
            case VARIABLE -> "variable of a loop";
            case MODEL -> "model";
            case DATA -> "data set";
        };
    }

    private Optional<Hover> topic(String word, Span span) {
        return help.topic(word).map(topic -> shown(markdown(topic), span));
    }

    /** A topic with its facts, such as the derivative of a function. */
    static String markdown(Topic topic) {
        StringBuilder text = new StringBuilder(code(topic.form()) + "\n\n" + topic.summary());
        for (Topic.Fact fact : topic.facts()) {
            text.append("\n\n*")
                    .append(fact.label())
                    .append("*: `")
                    .append(fact.text())
                    .append('`');
        }
        if (!topic.example().isEmpty()) {
            text.append("\n\n").append(code(topic.example()));
        }
        return text.toString();
    }

    private static String code(String text) {
        return "```ag\n" + text + "\n```";
    }

    private static String firstLine(String text) {
        return text.lines()
                .findFirst()
                .map(line -> line.equals(text) ? line : line + " …")
                .orElse("");
    }

    private static Hover shown(String markdown, Span span) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown), Positions.of(span));
    }
}
