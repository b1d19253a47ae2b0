package ag.result.print;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, each as wide as its widest entry. An entry may go on in further lines. */
public final class Table {
    private final Style style;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Style style, List<String> header) {
        this.style = style;
        rows.add(header.stream().map(this::shown).toList());
    }

    private String shown(String cell) {
        return style.written(Visible.of(cell));
    }

    public void add(List<String> row) {
        List<List<String>> cells =
                row.stream().map(cell -> cell.lines().map(this::shown).toList()).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < Math.max(1, height); line++) {
            int at = line;
            rows.add(cells.stream()
                    .map(cell -> at < cell.size() ? cell.get(at) : "")
                    .toList());
        }
    }

    /** The lines of the table, without an end after the last. */
    public String text() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - Width.of(row.get(i)) + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
