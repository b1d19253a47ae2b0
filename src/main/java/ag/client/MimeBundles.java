package ag.client;

import ag.chart.Chart;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;
import ag.chart.picture.PictureSize;
import ag.chart.picture.SvgRenderer;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.diagram.Layout;
import ag.document.Document;
import ag.document.Part;
import ag.explain.GraphDiagram;
import ag.explain.NetworkDiagram;
import ag.host.Pictures;
import ag.lang.source.Span;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.Result;
import ag.result.print.HtmlRenderer;
import ag.result.print.LatexRenderer;
import ag.result.print.Style;
import ag.result.print.TextRenderer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes bundles of results, one after the other: {@code set digits} says how those behind it are written. */
public final class MimeBundles {
    private final Pictures pictures;
    private final TextRenderer texts;
    private Format format;

    /**
     * A maker of bundles.
     *
     * @param style how texts are written
     * @param pictures lays graphs out
     */
    public MimeBundles(Style style, Format format, Pictures pictures) {
        this.format = format;
        this.pictures = pictures;
        this.texts = TextRenderer.unbroken(style);
    }

    /** The result in all its forms. */
    public MimeBundle of(Result result) {
        if (result instanceof Result.DigitsSet set) {
            format = new Format(set.digits());
        }
        Presentation presentation = Presentation.of(result);
        Document document = presentation.document(format);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(MimeBundle.TEXT, texts.text(document));
        put(
                forms,
                MimeBundle.LATEX,
                LatexRenderer.formulas(presentation.formula().map(Document::of).orElse(document)));
        put(forms, MimeBundle.SVG, svg(document, result.span()));
        if (document.hasTable()) {
            forms.put(MimeBundle.HTML, HtmlRenderer.fragment(document.parts()));
        }
        return new MimeBundle(forms);
    }

    private static void put(Map<String, String> forms, String type, String content) {
        if (!content.isEmpty()) {
            forms.put(type, content);
        }
    }

    private String svg(Document document, Span place) {
        return document.parts().stream().map(part -> svg(part, place)).collect(Collectors.joining());
    }

    private String svg(Part part, Span place) {
        return switch (part) {
            case Part.Plot(Chart chart) -> new SvgRenderer(PictureSize.DEFAULT, Typeface.bundled()).render(chart);
            case Part.Graph(GraphResult.Graphed graph, Format digits) ->
                diagram(GraphDiagram.of(graph, digits), pictures.layers(place));
            case Part.Network(GraphResult.NetworkGraphed network) -> {
                NetworkDiagram drawn = NetworkDiagram.of(network);
                yield diagram(drawn.diagram(), drawn.layout());
            }
            case Part.Picture(String svg) -> svg;
            case Part.Heading _,
                    Part.Page _,
                    Part.Paragraph _,
                    Part.Line _,
                    Part.Verbatim _,
                    Part.Table _,
                    Part.Formula _,
                    Part.Steps _,
                    Part.Rules _,
                    Part.Note _,
                    Part.Message _,
                    Part.Blanks _,
                    Part.Task _ -> "";
        };
    }

    private static String diagram(Diagram diagram, Layout layout) {
        Typeface typeface = Typeface.bundled();
        return SvgWriter.write(DiagramPicture.draw(diagram, layout.place(diagram, typeface), typeface));
    }
}
