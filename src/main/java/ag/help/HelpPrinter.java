package ag.help;

import ag.chart.terminal.TerminalRenderer;
import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.result.print.Wrapped;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes topics for people to read. The examples are run for it, in a session of their own that touches no file. */
public final class HelpPrinter {
    private static final String MARGIN = "  ";
    private static final String PROMPT = "ag> ";
    private static final int CURVE_WIDTH = 60;
    private static final int CURVE_HEIGHT = 12;
    private static final int NARROWEST_CURVE = 30;
    private static final int WIDEST = 100;

    private final Style style;
    private final int width;

    /** @param width how many columns the lines may take */
    public HelpPrinter(Style style, int width) {
        this.style = style;
        this.width = Math.min(width, WIDEST);
    }

    /** The topic as lines, without an end after the last. */
    public String text(Topic topic) {
        List<String> parts = new ArrayList<>();
        parts.add(style.strong(topic.form()));
        parts.add(Wrapped.text(topic.summary(), MARGIN, width));
        if (!topic.facts().isEmpty()) {
            parts.add("");
            parts.add(facts(topic));
        }
        if (!topic.example().isEmpty()) {
            parts.add("");
            parts.add(example(topic.example()));
        }
        if (!topic.curve().isEmpty() && width >= NARROWEST_CURVE) {
            parts.add("");
            parts.add(curve(topic.curve()));
        }
        return String.join("\n", parts);
    }

    /** All topics of each kind, by name. */
    public String overview(Help help) {
        return Arrays.stream(Topic.Kind.values())
                .map(kind -> overview(help, kind))
                .collect(Collectors.joining("\n"));
    }

    /** The topics of a kind, by name. */
    public String overview(Help help, Topic.Kind kind) {
        String names = help.topics().stream()
                .filter(topic -> topic.kind() == kind)
                .map(Topic::name)
                .collect(Collectors.joining(" "));
        return style.strong(kind.name().toLowerCase(Locale.ROOT) + "s") + "\n" + Wrapped.text(names, MARGIN, width);
    }

    private String facts(Topic topic) {
        int labels = topic.facts().stream()
                .mapToInt(fact -> fact.label().length())
                .max()
                .orElse(0);
        String indent = MARGIN + " ".repeat(labels + 2);
        return topic.facts().stream()
                .map(fact -> MARGIN
                        + style.dim(fact.label())
                        + " ".repeat(labels - fact.label().length() + 2)
                        + Wrapped.text(fact.text(), indent, width).strip())
                .collect(Collectors.joining("\n"));
    }

    /** The program as it is typed, and what each of its statements gives. */
    private String example(String program) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        TextPrinter printer = new TextPrinter(style, new Format(Format.STANDARD_DIGITS), CURVE_WIDTH);
        List<String> lines = new ArrayList<>();
        for (Statement statement : Parser.parse(new SourceText("example", program))) {
            results.clear();
            session.rerun(List.of(statement));
            lines.add(style.dim(PROMPT) + statement.span().text());
            for (Result result : results) {
                printer.text(result).lines().forEach(lines::add);
            }
        }
        return lines.stream().map(line -> (MARGIN + line).stripTrailing()).collect(Collectors.joining("\n"));
    }

    private String curve(String statement) {
        List<Result> results = new ArrayList<>();
        new Session(results::add, Host.PLAIN, Interruption.none()).run(new SourceText("curve", statement));
        TerminalRenderer renderer = new TerminalRenderer(
                Math.min(width - MARGIN.length(), CURVE_WIDTH), CURVE_HEIGHT, style.unicode(), style.colour());
        return results.stream()
                .filter(Result.Plotted.class::isInstance)
                .map(Result.Plotted.class::cast)
                .flatMap(plotted -> renderer.render(plotted.chart()).lines())
                .map(line -> MARGIN + line.stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
