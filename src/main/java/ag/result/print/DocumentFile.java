package ag.result.print;

import ag.document.Document;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that a document is written to. */
public enum DocumentFile {
    HTML(".html") {
        @Override
        public String text(Document document) {
            return HtmlRenderer.document(document);
        }
    },
    MARKDOWN(".md") {
        @Override
        public String text(Document document) {
            return MarkdownRenderer.document(document);
        }
    },
    TEX(".tex") {
        @Override
        public String text(Document document) {
            return LatexRenderer.document(document);
        }
    };

    private final String ending;

    DocumentFile(String ending) {
        this.ending = ending;
    }

    /** The kind that a file's name asks for; empty where it asks for none of them. */
    public static Optional<DocumentFile> of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (DocumentFile kind : values()) {
            if (name.endsWith(kind.ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The whole file. */
    public abstract String text(Document document);
}
