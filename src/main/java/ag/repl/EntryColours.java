package ag.repl;

import java.util.function.BooleanSupplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Hands the colours of an entry to JLine, which marks what a search has found by itself. */
final class EntryColours extends DefaultHighlighter {
    private final EntryHighlighter entries;
    private final BooleanSupplier wanted;

    /** @param wanted whether there are colours at the moment */
    EntryColours(EntryHighlighter entries, BooleanSupplier wanted) {
        this.entries = entries;
        this.wanted = wanted;
    }

    @Override
    public AttributedString highlight(LineReader reader, String entry) {
        if (!wanted.getAsBoolean()) {
            return super.highlight(reader, entry);
        }
        AttributedString coloured = entries.highlight(entry, reader.getBuffer().cursor());
        String search = reader.getSearchTerm();
        int found = search == null || search.isEmpty() ? -1 : entry.indexOf(search);
        if (found < 0) {
            return coloured;
        }
        int end = found + search.length();
        AttributedStringBuilder marked = new AttributedStringBuilder(entry.length());
        marked.append(coloured.subSequence(0, found));
        marked.styled(AttributedStyle::underline, entry.substring(found, end));
        return marked.append(coloured.subSequence(end, entry.length())).toAttributedString();
    }
}
