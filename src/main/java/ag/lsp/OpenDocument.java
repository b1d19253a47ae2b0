package ag.lsp;

import ag.lang.source.SourceText;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A document that an editor has open, as it stands there. */
record OpenDocument(String uri, int version, SourceText source) {
    static OpenDocument of(String uri, int version, String text) {
        return new OpenDocument(uri, version, new SourceText(name(uri), text));
    }

    /** The document after changes, each of which counts from the one before. */
    OpenDocument changed(int newVersion, List<TextDocumentContentChangeEvent> changes) {
        SourceText changed = source;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            String text = change.getText();
            if (range != null) {
                int start = Positions.offset(changed, range.getStart());
                int end = Positions.offset(changed, range.getEnd());
                text = changed.text().substring(0, start)
                        + text
                        + changed.text().substring(Math.max(start, end));
            }
            changed = new SourceText(source.name(), text);
        }
        return new OpenDocument(uri, newVersion, changed);
    }

    /** Where the file of a document lies; empty where it is none yet. */
    static Optional<Path> file(String uri) {
        try {
            return uri.startsWith("file:") ? Optional.of(Path.of(URI.create(uri))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException strange) {
            return Optional.empty();
        }
    }

    private static String name(String uri) {
        return file(uri)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
    }
}
