package ag.lang.statements;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.explain.ExploreView;
import ag.explain.GraphDiagram;
import ag.explain.GraphView;
import ag.explain.NodeNames;
import ag.files.page.ExplorePage;
import ag.files.picture.LayeredLayout;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import ag.result.Format;
import ag.result.Result;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs {@code explore L to "page.html"}: writes a page on which the inputs can be moved. */
public record ExploreStatement(
        Derivations.Asked of, @Nullable String path, Span span) implements Code {
    static Code compile(Statement.Explore explore, StatementCompiler compiler, Scope scope) {
        return new ExploreStatement(
                Derivations.Asked.of(explore.of(), compiler, scope), explore.path(), explore.span());
    }

    private static final int MOST_NODES = 5000;
    private static final int MOST_INPUTS = 100;

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        String page = requirePage();
        Datum held = Held.of(of.code(), frame);
        boolean chose = held instanceof Held;
        Datum value = Held.peeled(held);
        GraphNames.root(workspace, value, of);
        requireSmall(workspace);
        NodeNames names = GraphNames.of(frame.machine);
        Format format = frame.machine.format;
        Result.Graphed graph = GraphView.of(workspace.tape(), names, of.text(), span);
        String remark = chose
                ? "'%s' chooses its course by its inputs, as an if does. The page keeps the course that it takes at the present inputs."
                        .formatted(of.text())
                : "";
        String supposed =
                workspace.tape().fault() == null ? "" : " Some of its derivatives are supposed, and not the true ones.";
        ExplorePage content = new ExplorePage(ExploreView.of(
                workspace.tape(), names, graph, picture(graph, format), (remark + supposed).strip(), format.digits()));
        Drawn.write(workspace, "page", page, content.html().getBytes(StandardCharsets.UTF_8), span);
        if (chose) {
            workspace.show(new Result.Note(remark, span));
        }
        return Loops.NOTHING;
    }

    private String requirePage() {
        String name = path == null ? "" : path.toLowerCase(Locale.ROOT);
        if (path == null || !(name.endsWith(".html") || name.endsWith(".htm"))) {
            throw new AgException(
                    "bad-file",
                    path == null ? "explore needs a file to write its page to" : "explore writes a .html file",
                    span,
                    "write: explore " + of.text() + " to \"page.html\"");
        }
        return path;
    }

    private void requireSmall(Workspace workspace) {
        int nodes = ExploreView.size(workspace.tape());
        int inputs = Derivations.reached(workspace).stream()
                .mapToInt(input -> input.size())
                .sum();
        if (nodes > MOST_NODES || inputs > MOST_INPUTS) {
            throw new AgException(
                    "too-many",
                    "'" + of.text() + "' is made from " + inputs + (inputs == 1 ? " input" : " inputs") + " in " + nodes
                            + " steps, and a page takes up to " + MOST_INPUTS + " inputs and " + MOST_NODES + " steps",
                    of.span(),
                    "graph " + of.text() + " shows large graphs");
        }
    }

    private static Drawing picture(Result.Graphed graph, Format format) {
        Diagram diagram = GraphDiagram.of(graph, format);
        Typeface typeface = Typeface.bundled();
        return DiagramPicture.draw(diagram, new LayeredLayout().place(diagram, typeface), typeface);
    }
}
