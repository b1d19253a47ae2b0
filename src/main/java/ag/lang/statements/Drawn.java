package ag.lang.statements;

import ag.chart.Chart;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Typeface;
import ag.chart.picture.ChartPicture;
import ag.chart.picture.PictureSize;
import ag.chart.picture.SvgRenderer;
import ag.host.Content;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a chart, or writes it to a file of the kind that the file's name asks for. */
final class Drawn {
    private static final double SHARPNESS = 2;

    private Drawn() {}

    static void show(Workspace workspace, Chart chart, @Nullable String path, Span span) {
        if (path == null) {
            workspace.show(new Result.Plotted(chart, span));
            return;
        }
        write(workspace, "plot", path, picture(workspace, chart, path, span), span);
    }

    /** Writes a file, and says so. */
    static void write(Workspace workspace, String what, String path, Content content, Span span) {
        workspace.host().files().write(path, content, span);
        workspace.show(new Result.FileWritten(what, path, span));
    }

    private static Content picture(Workspace workspace, Chart chart, String path, Span span) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            return new Content.Text(new SvgRenderer(PictureSize.DEFAULT, Typeface.bundled()).render(chart));
        }
        if (name.endsWith(".png")) {
            Drawing drawing = ChartPicture.draw(chart, PictureSize.DEFAULT, Typeface.bundled());
            return new Content.Bytes(workspace.host().pictures().png(drawing, SHARPNESS, span));
        }
        throw new AgException(
                ErrorCode.BAD_FILE, "a plot is written to a .svg or a .png file", span, "write: … to \"plot.svg\"");
    }
}
