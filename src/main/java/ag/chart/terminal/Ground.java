package ag.chart.terminal;

/** The ground of a field's regions: a texture, on a pale colour where there is colour. */
record Ground(boolean unicode, boolean color) {
    void put(int region, int column, int row, Cells cells) {
        cells.put(column, row, TerminalPalette.texture(region, unicode), TerminalPalette.shade(region));
        if (color) {
            cells.fill(column, row, TerminalPalette.ground(region));
        }
    }
}
