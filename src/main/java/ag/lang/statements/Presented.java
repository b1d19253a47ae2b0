package ag.lang.statements;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.document.Document;
import ag.document.Part;
import ag.explain.GraphDiagram;
import ag.explain.GraphView;
import ag.host.Content;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Plains;
import ag.lang.values.Workspace;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.Result;
import ag.result.print.DocumentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a view tells, shown, or written to a document: the formula with its derivatives, what the view says, and the graph as a picture.
 *
 * @param what the view gives, in a word: {@code trace}
 * @param formula what is looked at; empty where it is no formula
 * @param path the document; null where it is shown
 */
record Presented(
        String what, Optional<Formulated> formula, @Nullable String path, Span span) {
    /** The formula is asked for only where there is a document to stand in. */
    static Presented of(String what, Machine machine, Subject subject, Datum held, @Nullable String path, Span span) {
        if (path != null) {
            kind(path, span);
        }
        Optional<Formulated> formula = path == null ? Optional.empty() : Formulated.of(machine, subject, held);
        return new Presented(what, formula, path, span);
    }

    /**
     * Shows or writes what a view gives.
     *
     * @param pictured whether the graph belongs to it
     */
    void show(Studied studied, List<Result> results, boolean pictured) {
        Workspace workspace = studied.workspace();
        if (path == null) {
            results.forEach(workspace::show);
            return;
        }
        DocumentFile kind = kind(path, span);
        Machine machine = studied.frame().machine;
        List<Part> parts = new ArrayList<>();
        formula.ifPresent(one -> parts.addAll(one.parts(() -> workspace.checkStop(span))));
        results.forEach(result ->
                parts.addAll(Presentation.of(result).document(machine.format).parts()));
        if (pictured && kind == DocumentFile.HTML) {
            parts.add(new Part.Heading("Graph"));
            parts.add(new Part.Picture(picture(studied)));
        }
        Document document = new Document(title(studied), parts);
        Drawn.write(workspace, what, path, new Content.Text(kind.text(document)), span);
    }

    static DocumentFile kind(String path, Span span) {
        return DocumentFile.of(path)
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_FILE,
                        "a document is a .html, a .md or a .tex file",
                        span,
                        "write: … to \"page.html\", which a browser prints, or saves as PDF"));
    }

    private String title(Studied studied) {
        String first = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        Format format = studied.frame().machine.format;
        String at = studied.letters().stream()
                .map(letter -> letter.name() + " = " + format.text(Plains.shown(studied.workspace(), letter.value())))
                .collect(Collectors.joining(", "));
        return first + " of " + studied.text() + (at.isEmpty() ? "" : " at " + at);
    }

    private String picture(Studied studied) {
        Workspace workspace = studied.workspace();
        GraphResult.Graphed graph = GraphView.of(workspace.tape(), studied.names(), studied.text(), span);
        Diagram diagram = GraphDiagram.of(graph, studied.frame().machine.format);
        Typeface typeface = Typeface.bundled();
        Drawing drawing = DiagramPicture.draw(
                diagram, workspace.host().pictures().layers(span).place(diagram, typeface), typeface);
        return SvgWriter.write(drawing);
    }
}
