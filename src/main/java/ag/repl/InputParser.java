package ag.repl;

import ag.machine.DeepThread;
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
        if (context == ParseContext.ACCEPT_LINE && !ReplCommand.isOne(line)) {
            String entry = Pasted.withoutPrompts(line);
            if (new DeepThread().call(() -> Session.isUnfinished(entry))) {
                throw new EOFError(-1, -1, "the entry goes on");
            }
        }
        return new Word(line, Suggestions.wordAt(line, cursor).text(), cursor);
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
