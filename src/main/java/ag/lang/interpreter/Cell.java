package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.values.Datum;
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

    Cell(String name, @Nullable Datum builtin) {
        this.name = name;
        this.builtin = builtin;
    }

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
    }

    public void define(Datum newValue, Role newRole, Span place) {
        value = newValue;
        role = newRole;
        definedAt = place;
    }

    @Nullable
    public Datum read() {
        return value != null ? value : builtin;
    }
}
