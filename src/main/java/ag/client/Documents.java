package ag.client;

import ag.chart.Chart;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;
import ag.chart.picture.PictureSize;
import ag.chart.picture.SvgRenderer;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.diagram.Layout;
import ag.document.Part;
import ag.explain.GraphDiagram;
import ag.explain.NetworkDiagram;
import ag.host.Pictures;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.HtmlRenderer;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes documents of results. */
public final class Documents {
    private final Format format;
    private final Pictures pictures;
    private final TextPrinter texts;

    /**
     * A maker of documents.
     *
     * @param style how texts are written
     * @param pictures lays graphs out
     */
    public Documents(Style style, Format format, Pictures pictures) {
        this.format = format;
        this.pictures = pictures;
        this.texts = new TextPrinter(style, format);
    }

    /** The result in all its forms. */
    public Document of(Result result) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(Document.TEXT, texts.text(result));
        put(forms, Document.LATEX, latex(result));
        put(forms, Document.SVG, svg(result));
        if (!forms.containsKey(Document.SVG)) {
            put(forms, Document.HTML, html(result));
        }
        return new Document(forms);
    }

    /** What has tables, as HTML; empty where the text tells as much. */
    private String html(Result result) {
        List<Part> parts = Presentation.of(result).document(format).parts();
        return parts.stream().anyMatch(Part.Table.class::isInstance) ? HtmlRenderer.fragment(parts) : "";
    }

    private static void put(Map<String, String> forms, String type, String content) {
        if (!content.isEmpty()) {
            forms.put(type, content);
        }
    }

    /** The formula of a result in LaTeX; empty where it has none. */
    private static String latex(Result result) {
        return switch (result) {
            case Result.Derived derived when !derived.latex().isEmpty() -> display(derived.latex());
            case Result.Formulated formulated
            when !formulated.latex().isEmpty() -> display(formulated.left() + " " + formulated.latex());
            case Result.Solved solved
            when isExact(solved) ->
                display(solved.solutions().stream()
                        .map(roots -> roots.stream()
                                .map(root -> root.letter() + " = " + root.latex())
                                .collect(Collectors.joining(",\\quad ")))
                        .collect(Collectors.joining(" \\\\ ", "\\begin{gathered} ", " \\end{gathered}")));
            default -> "";
        };
    }

    private static boolean isExact(Result.Solved solved) {
        return !solved.solutions().isEmpty()
                && solved.remarks().isEmpty()
                && solved.solutions().stream()
                        .flatMap(roots -> roots.stream())
                        .allMatch(root -> root.exact() && !root.latex().isEmpty());
    }

    private static String display(String formula) {
        return "$\\displaystyle " + formula.strip() + "$";
    }

    private String svg(Result result) {
        return switch (result) {
            case Result.Plotted plotted -> chart(plotted.chart());
            case Result.Graphed graphed -> diagram(GraphDiagram.of(graphed, format), pictures.layers(graphed.span()));
            case Result.NetworkGraphed network -> {
                NetworkDiagram drawn = NetworkDiagram.of(network);
                yield diagram(drawn.diagram(), drawn.layout());
            }
            default -> "";
        };
    }

    private static String chart(Chart chart) {
        return new SvgRenderer(PictureSize.DEFAULT, Typeface.bundled()).render(chart);
    }

    private static String diagram(Diagram diagram, Layout layout) {
        Typeface typeface = Typeface.bundled();
        return SvgWriter.write(DiagramPicture.draw(diagram, layout.place(diagram, typeface), typeface));
    }
}
