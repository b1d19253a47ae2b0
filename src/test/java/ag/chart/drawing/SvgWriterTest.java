package ag.chart.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SvgWriterTest {
    private static final Stroke THIN = Stroke.solid(Color.BLACK, 1);
    private static final Point ORIGIN = new Point(0, 0);
    private static final Point CORNER = new Point(10.126, -0.004);

    @Test
    void aDrawingIsOneDocumentOnWhiteWithItsTitleAndDescription() {
        assertThat(SvgWriter.write(new Drawing(40, 30.5, "a < b", "Two \"things\" & more.", List.of())))
                .isEqualTo("""
                    <svg xmlns="http://www.w3.org/2000/svg" role="img" width="40" height="30.5" viewBox="0 0 40 30.5" \
                    font-family="'DejaVu Sans', Verdana, sans-serif" stroke-linecap="round" stroke-linejoin="round">
                    <title>a &lt; b</title><desc>Two &quot;things&quot; &amp; more.</desc>
                    <rect width="40" height="30.5" fill="#ffffff"/>
                    </svg>
                    """);
    }

    @Test
    void linesKeepTheirDashesAndCoordinatesTwoDecimals() {
        Stroke dashed = new Stroke(Color.rgb(0x0072B2), 1.5, List.of(4.0, 2.25));
        assertThat(written(Lines.line(ORIGIN, CORNER, dashed)))
                .isEqualTo("<path d=\"M0,0L10.13,0\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"1.5\""
                        + " stroke-dasharray=\"4 2.25\"/>");
        assertThat(written(new Lines(List.of(List.of(new Point(-1.05, 2))), THIN)))
                .contains("d=\"M-1.05,2L-1.05,2\"");
    }

    @Test
    void shapesAreFilledOutlinedOrBoth() {
        assertThat(written(Area.polygon(List.of(ORIGIN, new Point(1, 0), new Point(0, 1)), Paint.filled(Color.WHITE))))
                .isEqualTo("<path d=\"M0,0 1,0 0,1Z\" fill=\"#ffffff\"/>");
        assertThat(written(new Rectangle(1, 2, 3, 4, 0.5, Paint.outlined(THIN))))
                .isEqualTo("<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"0.5\" fill=\"none\" stroke=\"#000000\""
                        + " stroke-width=\"1\"/>");
        assertThat(written(new Circle(ORIGIN, 2, Paint.of(Color.WHITE, THIN))))
                .isEqualTo(
                        "<circle cx=\"0\" cy=\"0\" r=\"2\" fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"1\"/>");
    }

    @Test
    void textStaysTextWithMarkupEscapedAndOnOneLine() {
        Text text = new Text(ORIGIN, "<b>&\u0007\nσ", 12, Anchor.END, Color.BLACK);
        assertThat(written(text))
                .isEqualTo("<text x=\"0\" y=\"0\" font-size=\"12\" text-anchor=\"end\" fill=\"#000000\""
                        + " xml:space=\"preserve\">&lt;b&gt;&amp;  σ</text>");
    }

    @Test
    void whatXmlCannotHoldBecomesTheReplacementCharacter() {
        assertThat(written(new Group("\u0000 \ud800 \uffff", List.of())))
                .isEqualTo("<g><title>\ufffd \ufffd \ufffd</title>\n</g>");
    }

    private static String written(Element element) {
        String svg = SvgWriter.write(new Drawing(1, 1, "", "", List.of(element)));
        String ground = "fill=\"#ffffff\"/>\n";
        return svg.substring(svg.indexOf(ground) + ground.length(), svg.indexOf("\n</svg>"));
    }
}
