package ag.chart.terminal;

import ag.chart.layout.Tick;
import ag.chart.layout.View;
import java.util.List;

/** The lines left of and below the window, with their numbers. */
final class TerminalAxes {
    private static final int GAP = 2;

    private final Plot plot;
    private final Plot.Area area;
    private final boolean unicode;

    TerminalAxes(Plot plot, Plot.Area area, boolean unicode) {
        this.plot = plot;
        this.area = area;
        this.unicode = unicode;
    }

    void draw(View view, List<Tick> ticksY, Cells cells) {
        int axis = area.left() - 1;
        int bottom = area.top() + area.rows();
        for (int row = area.top(); row < bottom; row++) {
            cells.put(axis, row, unicode ? "│" : "|", TerminalPalette.FAINT);
        }
        for (int column = area.left(); column < area.left() + area.columns(); column++) {
            cells.put(column, bottom, unicode ? "─" : "-", TerminalPalette.FAINT);
        }
        cells.put(axis, bottom, unicode ? "└" : "+", TerminalPalette.FAINT);
        for (Tick tick : ticksY) {
            int row = plot.row(tick.value());
            cells.put(axis, row, unicode ? "┤" : "+", TerminalPalette.FAINT);
            cells.write(axis - tick.label().length(), row, tick.label(), Cells.PLAIN);
        }
        int most = Math.max(2, area.columns() / 8);
        labelX(view.x().ticks(area.columns() - 1, most, String::length, GAP), bottom, cells);
    }

    /** A label that would run over the edge is moved in, and left out where it then meets the one before. */
    private void labelX(List<Tick> ticks, int bottom, Cells cells) {
        int free = 0;
        for (Tick tick : ticks) {
            int column = plot.column(tick.value());
            cells.put(column, bottom, unicode ? "┬" : "+", TerminalPalette.FAINT);
            int length = tick.label().length();
            int last = area.left() + area.columns() - length;
            int start = Math.clamp(column - (length - 1) / 2, 0, Math.max(0, last));
            if (start >= free && start + length <= area.left() + area.columns()) {
                cells.write(start, bottom + 1, tick.label(), Cells.PLAIN);
                free = start + length + 1;
            }
        }
    }
}
