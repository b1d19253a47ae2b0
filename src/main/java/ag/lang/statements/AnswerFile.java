package ag.lang.statements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of answers: {@code 3: 2x cos(x^2)} answers a question, {@code sheet 7} says which sheet is answered, other lines are passed
 * over.
 */
final class AnswerFile {
    private static final Pattern ANSWER = Pattern.compile("\\s*(\\d{1,3})\\s*[.:)]\\s*(.*)");
    private static final Pattern SHEET =
            Pattern.compile("\\s*sheet\\s*[:#]?\\s*(\\d{1,10})\\s*", Pattern.CASE_INSENSITIVE);

    private final Map<Integer, String> byQuestion = new HashMap<>();
    private Optional<Long> named = Optional.empty();

    private AnswerFile() {}

    static AnswerFile of(String text) {
        AnswerFile answers = new AnswerFile();
        text.lines().forEach(answers::read);
        return answers;
    }

    private void read(String line) {
        Matcher sheet = SHEET.matcher(line);
        if (sheet.matches()) {
            named = Optional.of(Long.parseLong(sheet.group(1)));
        }
        Matcher answer = ANSWER.matcher(line);
        if (answer.matches()) {
            byQuestion.put(Integer.parseInt(answer.group(1)), TypedAnswer.formula(answer.group(2)));
        }
    }

    /** The sheet that is answered, of these; where there is one alone it need not be named. */
    Optional<Long> sheet(List<Long> sheets) {
        return named.isEmpty() && sheets.size() == 1 ? Optional.of(sheets.getFirst()) : named.filter(sheets::contains);
    }

    /** The answer to a question; empty where there is none. */
    String to(int question) {
        return byQuestion.getOrDefault(question, "");
    }
}
