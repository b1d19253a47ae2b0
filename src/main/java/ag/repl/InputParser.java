package ag.repl;

import ag.session.Session;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where an entry ends, and which word of it the cursor is in. */
final class InputParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !line.stripLeading().startsWith(":")) {
            String entry = Pasted.withoutPrompts(line);
            if (Session.isUnfinished(entry)) {
                throw new EOFError(-1, -1, "the entry goes on");
            }
        }
        int start = cursor;
        while (start > 0 && belongsToWord(line.charAt(start - 1))) {
            start--;
        }
        return new Word(line, line.substring(start, cursor), cursor);
    }

    private static boolean belongsToWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':';
    }

    /** The word before the cursor, which is all that completion looks at. */
    private record Word(String line, String word, int cursor) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
