package ag.present;

import ag.chart.ChartSummary;
import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** A chart. Programs get its title and what it shows in words. */
record PlotPresentation(Result.Plotted plotted) implements Presentation {
    @Override
    public String kind() {
        return "plot";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Plot(plotted.chart()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("title", plotted.chart().title())
                .text("summary", ChartSummary.of(plotted.chart()));
    }
}
