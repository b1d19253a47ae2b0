package ag.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A result in every form that a client can show.
 *
 * @param forms by media type: {@code text/plain} always, {@code text/latex} for formulas, {@code text/html} for tables and pages, {@code
 *     image/svg+xml} for pictures
 */
public record MimeBundle(Map<String, String> forms) {
    /** The media types that documents have. */
    public static final String TEXT = "text/plain";

    public static final String LATEX = "text/latex";
    public static final String HTML = "text/html";
    public static final String SVG = "image/svg+xml";

    public MimeBundle {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** The text that says it; it may be empty. */
    public String text() {
        return forms.getOrDefault(TEXT, "");
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return forms.size() == 1 && text().isEmpty();
    }
}
