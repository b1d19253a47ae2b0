package ag.lang.interpreter;

import ag.lang.builtins.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The global names of a session. */
public final class Globals {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Library library;

    public Globals(Library library) {
        this.library = library;
    }

    public Library library() {
        return library;
    }

    /** The place of a name, defined or not yet. */
    public Cell cell(String name) {
        return cells.computeIfAbsent(name, n -> new Cell(n, library.names().get(n)));
    }

    /** The place of a name that the program has defined. */
    Optional<Cell> find(String name) {
        return Optional.ofNullable(cells.get(name)).filter(cell -> cell.value != null);
    }

    /** Whether the program has given a name of the library another meaning. */
    public boolean isTakenFromLibrary(String name) {
        return library.names().containsKey(name)
                && find(name).filter(cell -> cell.definedAt != null).isPresent();
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
