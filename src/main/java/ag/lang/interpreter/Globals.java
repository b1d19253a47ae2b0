package ag.lang.interpreter;

import ag.lang.builtins.Library;
import ag.lang.source.Span;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The global names of a session. */
public final class Globals {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Library library;
    /** What the names that the running statement has given a meaning stood for before it. */
    private final Map<Cell, Cell.Meaning> before = new LinkedHashMap<>();
    /** Counts statements; a name is remembered once in each. */
    private long statement = 1;

    public Globals(Library library) {
        this.library = library;
    }

    public Library library() {
        return library;
    }

    /** The place of a name, defined or not yet. */
    public Cell cell(String name) {
        return cells.computeIfAbsent(
                key(name), _ -> new Cell(name, library.names().get(name)));
    }

    /** One key for all spellings of a name, such as x₁ and x_1; a name of the library has one spelling. */
    private String key(String name) {
        String key = WrittenNames.key(name);
        return key.equals(name) || library.names().containsKey(key) ? name : key;
    }

    /** A name as it was spelled first. */
    String spelled(String name) {
        return WrittenNames.hasSpellings(name) ? cell(name).name : name;
    }

    /** The place of a name that the program has defined. */
    Optional<Cell> find(String name) {
        return Optional.ofNullable(cells.get(key(name))).filter(cell -> cell.value != null);
    }

    /** What a name stands for now, by the program or the library; null where it is nothing. */
    public @Nullable Datum value(String name) {
        Cell cell = cells.get(key(name));
        return cell != null ? cell.read() : library.names().get(name);
    }

    /** Whether the program has given a name of the library another meaning. */
    public boolean isTakenFromLibrary(String name) {
        return library.names().containsKey(name)
                && find(name).filter(cell -> cell.definedAt != null).isPresent();
    }

    /** Gives a name a meaning, to stay unless the running statement fails. */
    void define(Cell cell, Datum value, Cell.Role role, Span place) {
        if (cell.rememberedIn != statement) {
            cell.rememberedIn = statement;
            before.computeIfAbsent(cell, Cell::meaning);
        }
        cell.define(value, role, place);
    }

    /** A statement begins: what names stand for now is what they stand for if it fails. */
    void begin() {
        statement++;
        before.clear();
    }

    /** The running statement has failed: its names stand again for what they stood for before it. */
    void undo() {
        before.forEach(Cell::restore);
        begin();
    }

    /** What can come back by {@link #undo}. */
    Map<Cell, Cell.Meaning> before() {
        return before;
    }

    public Collection<Cell> cells() {
        return cells.values();
    }

    /** Every name that means something now, for suggestions and completion. */
    public List<String> known() {
        List<String> known = new ArrayList<>(library.names().keySet());
        for (Cell cell : cells.values()) {
            if (cell.value != null) {
                known.add(cell.name);
            }
        }
        return known;
    }
}
