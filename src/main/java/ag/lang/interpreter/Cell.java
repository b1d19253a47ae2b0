package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A global name: what it stands for now, and where that was said. */
public final class Cell {
    public final String name;
    public final @Nullable Datum builtin;

    @Nullable
    public Datum value;

    public Role role = Role.CONSTANT;

    @Nullable
    Span definedAt;

    /** The count of the statement that last had {@link Globals} remember what the name stood for before it. */
    long rememberedIn;

    Cell(String name, @Nullable Datum builtin) {
        this.name = name;
        this.builtin = builtin;
    }

    private long meanings;
    private @Nullable Text text;

    /** What a name was made as. */
    public enum Role {
        INPUT,
        CONSTANT,
        FORMULA,
        FUNCTION,
        MODEL,
        DATA;

        /** The word for it in messages. */
        String word() {
            return switch (this) {
                case INPUT -> "input";
                case CONSTANT -> "constant";
                case FORMULA -> "formula";
                case FUNCTION -> "function";
                case MODEL -> "model";
                case DATA -> "data set";
            };
        }
    }

    /**
     * Where the expression that a name was given is written, while the names in it still mean what they meant then.
     *
     * @param names the global names it uses, those of the functions it calls too, each with the count of its meanings
     */
    public record Text(Span formula, Map<Cell, Long> names) {
        public Text {
            names = Map.copyOf(names);
        }

        /** An expression with its names as they stand. */
        static Text of(Span formula, Set<Cell> names) {
            Map<Cell, Long> meanings = new HashMap<>();
            Deque<Cell> open = new ArrayDeque<>(names);
            while (!open.isEmpty()) {
                Cell cell = open.remove();
                if (meanings.put(cell, cell.meanings) == null && cell.value instanceof Closure closure) {
                    open.addAll(closure.code().names());
                }
            }
            return new Text(formula, meanings);
        }

        private boolean holds() {
            return names.entrySet().stream().allMatch(name -> name.getKey().meanings == name.getValue());
        }
    }

    /** The place of the expression that the name stands for; null where there is none, or where it means something else by now. */
    public @Nullable Span text() {
        return text != null && text.holds() ? text.formula : null;
    }

    void text(Text newText) {
        text = newText;
    }

    /** What a name stands for at one time; a value of null: for nothing. */
    record Meaning(
            @Nullable Datum value, Role role, @Nullable Span definedAt) {}

    Meaning meaning() {
        return new Meaning(value, role, definedAt);
    }

    void restore(Meaning meaning) {
        value = meaning.value;
        role = meaning.role;
        definedAt = meaning.definedAt;
        meanings++;
        text = null;
    }

    public void define(Datum newValue, Role newRole, Span place) {
        meanings++;
        text = null;
        value = newValue;
        role = newRole;
        definedAt = place;
    }

    @Nullable
    public Datum read() {
        return value != null ? value : builtin;
    }
}
