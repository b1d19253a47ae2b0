package ag.paper;

import java.util.List;

/** A document: its title, and its parts from top to bottom. */
public record Paper(String title, List<Part> parts) {
    public Paper {
        parts = List.copyOf(parts);
    }
}
