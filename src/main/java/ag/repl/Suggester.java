package ag.repl;

import ag.assist.Suggestion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands what can stand at the cursor to JLine. */
record Suggester(Suggestions suggestions) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (Suggestion suggestion : suggestions.at(line.line(), line.cursor())) {
            candidates.add(new Candidate(
                    suggestion.text(),
                    suggestion.shown(),
                    suggestion.group().isEmpty() ? null : suggestion.group(),
                    suggestion.description().isEmpty() ? null : firstSentence(suggestion.description()),
                    null,
                    null,
                    suggestion.goesOn(),
                    candidates.size()));
        }
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }
}
