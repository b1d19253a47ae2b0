package ag.document;

import java.util.List;

/**
 * What is to be read, from top to bottom.
 *
 * @param title what stands above it on a page of its own; may be empty
 */
public record Document(String title, List<Part> parts) {
    public Document {
        parts = List.copyOf(parts);
    }

    /** A document without a title. */
    public static Document of(List<? extends Part> parts) {
        return new Document("", List.copyOf(parts));
    }

    /** A document without a title. */
    public static Document of(Part... parts) {
        return new Document("", List.of(parts));
    }

    /** Whether it has formulas or steps that can be typeset. */
    public boolean hasFormulas() {
        return parts.stream()
                .anyMatch(part -> part instanceof Part.Steps
                        || (part instanceof Part.Formula formula
                                && formula.equations().stream().anyMatch(equation -> equation.tree() != null)));
    }

    /** Whether it has a table, which looks better as HTML than as text. */
    public boolean hasTable() {
        return parts.stream().anyMatch(Part.Table.class::isInstance);
    }
}
