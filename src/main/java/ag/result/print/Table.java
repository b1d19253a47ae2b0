package ag.result.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text in columns, each as wide as its widest entry. An entry may go on in further lines. */
public final class Table {
    /** Begins a row where cells are told apart; no text holds it, as {@link Visible} takes control characters out. */
    static final char ROW = '\u001e';
    /** Stands between two cells of such a row. */
    static final char CELL = '\u001f';
    /** Stands between two lines of such a cell. */
    static final char LINE = '\u001d';

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
        if (style.cells()) {
            rows.add(row.stream()
                    .map(cell -> cell.lines().map(this::shown).collect(Collectors.joining(String.valueOf(LINE))))
                    .toList());
            return;
        }
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
        if (style.cells()) {
            return rows.stream()
                    .map(row -> ROW + String.join(String.valueOf(CELL), row))
                    .collect(Collectors.joining("\n"));
        }
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
