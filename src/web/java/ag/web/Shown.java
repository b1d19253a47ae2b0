package ag.web;

import ag.chart.Chart;
import ag.chart.ChartSummary;
import ag.chart.drawing.Typeface;
import ag.chart.picture.PictureSize;
import ag.chart.picture.SvgRenderer;
import ag.document.Document;
import ag.lang.algebra.MathMlWriter;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.NetworkResult;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.HtmlRenderer;
import ag.result.print.JsonPrinter;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.Objects;
import org.teavm.jso.JSObject;

/** Results as a page shows them: the data of JSON where there are any, always a text, and a picture or a typeset formula beside it. */
final class Shown {
    private final JsonPrinter json;
    private final TextPrinter printer;
    private Format format = new Format(Format.STANDARD_DIGITS);

    /** @param columns how many letters a line may have; {@link Integer#MAX_VALUE} for any number */
    Shown(JsonPrinter json, int columns) {
        this.json = json;
        this.printer = columns == Integer.MAX_VALUE
                ? new TextPrinter(Style.PLAIN, format)
                : new TextPrinter(Style.PLAIN, format, columns);
    }

    JSObject of(Result result) {
        if (result instanceof Result.DigitsSet set) {
            format = new Format(set.digits());
        }
        JSObject shown = Js.object();
        place(shown, result.span());
        String line = json.line(result);
        if (!line.isEmpty()) {
            Js.set(shown, "data", Js.parsed(line));
        }
        Js.set(shown, "text", text(result));
        Presentation presentation = Presentation.of(result);
        Document document = presentation.document(format);
        presentation
                .formula()
                .map(formula -> formula.equations().getFirst())
                .ifPresent(one ->
                        Js.set(shown, "math", MathMlWriter.relation(one.left(), Objects.requireNonNull(one.tree()))));
        if (document.hasTable() || document.hasFormulas()) {
            Js.set(shown, "html", HtmlRenderer.fragment(document.parts()));
        }
        switch (result) {
            case Result.Plotted plotted -> Js.set(shown, "svg", drawn(plotted.chart()));
            case Result.Defined defined -> defined(shown, defined);
            case NetworkResult.Progress progress -> progress(shown, progress);
            case Result.Failed failed -> Js.set(shown, "problem", problem(failed.diagnostic()));
            default -> {}
        }
        return shown;
    }

    private static String drawn(Chart chart) {
        return new SvgRenderer(PictureSize.DEFAULT, Typeface.bundled()).render(chart);
    }

    private String text(Result result) {
        return switch (result) {
            case Result.Plotted plotted -> ChartSummary.of(plotted.chart());
            case Result.Note note -> note.text();
            case Result.Failed failed -> failed.diagnostic().message();
            default -> printer.text(result);
        };
    }

    private static void defined(JSObject shown, Result.Defined defined) {
        Js.set(shown, "name", defined.name());
        Js.set(shown, "role", defined.role());
        if (defined.value() instanceof Plain.Real real) {
            Js.set(shown, "value", real.value());
        }
    }

    private static void progress(JSObject shown, NetworkResult.Progress progress) {
        if (progress.picture() != null) {
            Js.set(shown, "svg", drawn(progress.picture()));
        }
        Js.set(shown, "epoch", progress.done());
        Js.set(shown, "epochs", progress.epochs());
        Js.set(shown, "loss", progress.loss());
    }

    /** Where in the program the statement stands. */
    private static void place(JSObject shown, Span span) {
        Js.set(shown, "start", span.start());
        Js.set(shown, "end", span.end());
    }

    /** A mistake with its place. */
    static JSObject problem(Diagnostic diagnostic) {
        JSObject problem = Js.object();
        place(problem, diagnostic.span());
        Js.set(problem, "code", diagnostic.code());
        Js.set(problem, "message", diagnostic.message());
        Js.set(problem, "hint", diagnostic.hint());
        return problem;
    }
}
