package ag.lang.statements;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.diagram.Layout;
import ag.explain.Exploration;
import ag.explain.ExploreView;
import ag.explain.GraphDiagram;
import ag.explain.GraphView;
import ag.explain.NodeNames;
import ag.host.Content;
import ag.host.Pictures;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.PictureStatement;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.Result;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs {@code explore L to "page.html"}: writes a page on which the inputs can be moved. */
public record ExploreStatement(Subject subject, @Nullable String path, Span span) implements Code {
    static Code compile(PictureStatement.Explore explore, StatementCompiler compiler, Scope scope) {
        return new ExploreStatement(
                Subject.of(explore.of(), explore.span(), compiler, scope), explore.path(), explore.span());
    }

    private static final int MOST_NODES = 5000;
    private static final int MOST_INPUTS = 100;

    @Override
    public Datum run(Frame frame) {
        Datum held = subject.held(frame);
        String page = requirePage(held);
        String formulas = Formulated.html(frame.machine, subject, held, span);
        subject.study(frame, held, studied -> write(studied, page, formulas));
        return Loops.NOTHING;
    }

    private void write(Studied studied, String page, String formulas) {
        Workspace workspace = studied.workspace();
        boolean chose = studied.held() instanceof Held;
        Studied.Root root = studied.root();
        List<Point> points = studied.points(root);
        requireSmall(workspace);
        NodeNames names = studied.names();
        Format format = studied.frame().machine.format;
        Pictures pictures = workspace.host().pictures();
        GraphResult.Graphed graph = GraphView.of(workspace.tape(), names, subject.text(), span);
        String remark = chose
                ? "'%s' chooses its course by its inputs, as an if does. The page keeps the course that it takes at the present inputs."
                        .formatted(subject.text())
                : "";
        String supposed =
                workspace.tape().fault() == null ? "" : " Some of its derivatives are supposed, and not the true ones.";
        Exploration exploration = ExploreView.of(
                workspace.tape(),
                names,
                graph,
                picture(graph, format, pictures.layers(span)),
                (remark + supposed).strip(),
                workspace.tape().fault() == null ? formulas : "",
                format.digits());
        String content = pictures.explorePage(exploration, span);
        Drawn.write(workspace, "page", page, new Content.Text(content), span);
        if (chose) {
            workspace.show(new Result.Note(remark, span));
        }
        studied.question().tell(root.node(), points, span);
    }

    private String requirePage(Datum held) {
        if (path == null) {
            throw badFile("explore needs a file to write its page to", held);
        }
        String name = path.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw badFile("explore writes a .html file", held);
        }
        return path;
    }

    private AgException badFile(String message, Datum held) {
        String written = span.text();
        String line = path == null
                ? written
                : written.substring(0, written.lastIndexOf("\"" + path)).replaceFirst("\\s+to\\s*$", "");
        return new AgException(ErrorCode.BAD_FILE, message, span, "write: " + line + place(held) + " to \"page.html\"");
    }

    /** A function is looked at in one place, which the line to write has to name. */
    private String place(Datum held) {
        return subject.place().isEmpty() && held instanceof Closure function
                ? function.parameters().stream()
                        .map(letter -> letter + " = 2")
                        .collect(Collectors.joining(", ", " at ", ""))
                : "";
    }

    private void requireSmall(Workspace workspace) {
        int nodes = ExploreView.size(workspace.tape());
        int inputs = Derivations.reached(workspace).stream()
                .mapToInt(input -> input.size())
                .sum();
        if (nodes > MOST_NODES || inputs > MOST_INPUTS) {
            throw new AgException(
                    ErrorCode.TOO_MANY,
                    "'" + subject.text() + "' is made from " + inputs + (inputs == 1 ? " input" : " inputs") + " in "
                            + nodes + " steps, and a page takes up to " + MOST_INPUTS + " inputs and " + MOST_NODES
                            + " steps",
                    subject.of().span(),
                    "graph " + subject.text() + " shows large graphs");
        }
    }

    private static Drawing picture(GraphResult.Graphed graph, Format format, Layout layout) {
        Diagram diagram = GraphDiagram.of(graph, format);
        Typeface typeface = Typeface.bundled();
        return DiagramPicture.draw(diagram, layout.place(diagram, typeface), typeface);
    }
}
