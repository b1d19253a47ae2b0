package ag.lang.statements;

import ag.chart.Chart;
import ag.chart.drawing.Typeface;
import ag.chart.picture.PictureSize;
import ag.chart.picture.SvgRenderer;
import ag.files.StoreException;
import ag.files.WholeFile;
import ag.files.picture.PngRenderer;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.nio.charset.StandardCharsets;
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
        write(workspace, "plot", path, picture(chart, path, span), span);
    }

    /** Writes a file, and says so. */
    static void write(Workspace workspace, String what, String path, byte[] content, Span span) {
        try {
            WholeFile.write(workspace.files().path(path, span), content);
        } catch (StoreException problem) {
            throw new AgException(
                    "file",
                    path + ": " + problem.problem(),
                    span,
                    problem.hint().orElse(""));
        }
        workspace.show(new Result.FileWritten(what, path, span));
    }

    private static byte[] picture(Chart chart, String path, Span span) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            return new SvgRenderer(PictureSize.DEFAULT, Typeface.bundled())
                    .render(chart)
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (name.endsWith(".png")) {
            return new PngRenderer(PictureSize.DEFAULT, SHARPNESS, Typeface.bundled()).render(chart);
        }
        throw new AgException(
                "bad-file", "a plot is written to a .svg or a .png file", span, "write: … to \"plot.svg\"");
    }
}
