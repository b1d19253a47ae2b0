package ag.chart.terminal;

import ag.chart.Marker;
import ag.chart.drawing.Point;
import ag.chart.layout.Flow;
import ag.chart.layout.LegendEntry;
import ag.chart.layout.LegendEntry.Symbol;
import ag.chart.terminal.DotLayer.Pen;
import java.util.List;

/** The legend above the window: symbol and name, side by side in as many lines as needed, but at most a fifth of all. */
final class TerminalLegend {
    private static final int LINE_CELLS = 4;
    private static final int GAP = 3;

    private final TerminalRenderer terminal;
    private final Flow<LegendEntry> flow;

    TerminalLegend(List<LegendEntry> entries, TerminalRenderer terminal) {
        this.terminal = terminal;
        Flow.Room room = new Flow.Room(terminal.width(), GAP, Math.max(1, terminal.height() / 5));
        this.flow = Flow.of(
                // ASCII has no dots fine enough for the line between regions; their textures show it.
                entries.stream()
                        .filter(entry -> terminal.unicode() || !(entry.symbol() instanceof Symbol.Border))
                        .toList(),
                room,
                entry -> symbolWidth(entry.symbol()) + 1 + TerminalText.width(name(entry)),
                remark -> TerminalText.width(terminal.text().clean(remark)));
    }

    /** Draws the legend from a row on, and returns how many it takes. */
    int draw(Cells cells, int top) {
        int row = top;
        for (List<Flow.Placed<LegendEntry>> entries : flow.rows()) {
            for (Flow.Placed<LegendEntry> placed : entries) {
                int column = (int) placed.x();
                LegendEntry entry = placed.item();
                symbol(entry.symbol(), column, row, cells);
                cells.write(column + symbolWidth(entry.symbol()) + 1, row, name(entry), Cells.PLAIN);
            }
            row++;
        }
        if (!flow.remark().isEmpty()) {
            cells.write((int) flow.remarkX(), row - 1, terminal.text().clean(flow.remark()), Cells.PLAIN);
        }
        return flow.rows().size();
    }

    private String name(LegendEntry entry) {
        return terminal.text().fit(entry.name(), terminal.width() - symbolWidth(entry.symbol()) - 1);
    }

    private static int symbolWidth(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Line _, Symbol.Border _ -> LINE_CELLS;
            case Symbol.Dot _ -> 1;
            case Symbol.Patch _ -> 2;
        };
    }

    private void symbol(Symbol symbol, int column, int row, Cells cells) {
        switch (symbol) {
            case Symbol.Line(int color, int dashes) ->
                line(
                        new Pen(
                                TerminalPalette.color(color),
                                TerminalPalette.letter(dashes),
                                TerminalPalette.dashes(dashes)),
                        column,
                        row,
                        cells);
            case Symbol.Border() -> line(new Pen(Cells.PLAIN, "", TerminalPalette.dashes(0)), column, row, cells);
            case Symbol.Dot(Marker marker, int color) ->
                cells.put(
                        column, row, TerminalPalette.marker(marker, terminal.unicode()), TerminalPalette.color(color));
            case Symbol.Patch(int region) -> {
                for (int i = 0; i < symbolWidth(symbol); i++) {
                    new Ground(terminal.unicode(), terminal.color()).put(region, column + i, row, cells);
                }
            }
        }
    }

    private void line(Pen pen, int column, int row, Cells cells) {
        DotLayer dots = new DotLayer(LINE_CELLS, 1, terminal.unicode());
        dots.draw(List.of(new Point(0, 0.4), new Point(1, 0.4)), pen);
        dots.stamp(cells, column, row);
    }
}
