package ag.lang.statements;

import ag.document.Document;
import ag.document.Part;
import ag.host.Content;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import ag.result.Result;
import ag.result.print.DocumentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs {@code worksheet "chain rule" 10 questions seed 7 to "sheet.html"}: a sheet of exercises, its key with {@code answers}, or the
 * marks for files of answers.
 */
record WorksheetStatement(PracticeStatement.Worksheet written, Sheet sheet) implements Code {
    private static final int MOST = 100;
    private static final int ROOM = 3;
    private static final int STANDARD_COUNT = 10;
    private static final String FORM = "write: worksheet \"chain rule\" 10 questions level 2 seed 7 to \"sheet.html\"";

    static Code compile(PracticeStatement.Worksheet written) {
        String named = written.rule().strip();
        String word = named.endsWith(" rule") ? named.substring(0, named.length() - " rule".length()) : named;
        ExerciseRule rule = ExerciseRule.of(word)
                .orElseThrow(() -> new AgException(
                        ErrorCode.UNKNOWN_SETTING,
                        "there are no exercises for '" + named + "'",
                        written.span(),
                        "there are: " + String.join(" rule, ", ExerciseRule.words()) + " rule"));
        int level = 1;
        int count = STANDARD_COUNT;
        long seed = 0;
        for (PracticeStatement.RuleOption option : written.options()) {
            int whole = (int) option.value();
            boolean known = whole == option.value()
                    && switch (option.name()) {
                        case "level" -> whole >= 1 && whole <= ExerciseRule.LEVELS;
                        case "questions" -> whole >= 1 && whole <= MOST;
                        case "seed" -> whole >= 0;
                        default -> false;
                    };
            if (!known) {
                throw new AgException(
                        ErrorCode.UNKNOWN_SETTING,
                        "a worksheet has 1 to " + MOST + " questions, a level of 1 to " + ExerciseRule.LEVELS
                                + " and a whole number as seed",
                        option.span(),
                        FORM);
            }
            switch (option.name()) {
                case "level" -> level = whole;
                case "questions" -> count = whole;
                default -> seed = whole;
            }
        }
        return new WorksheetStatement(written, new Sheet(rule, level, seed, count));
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        if (!written.answered().isEmpty()) {
            new Grading(frame.machine, sheet, written).run();
            return Loops.NOTHING;
        }
        String path = written.path();
        Span span = written.span();
        if (path == null) {
            List<Exercise> exercises = sheet.exercises();
            for (int i = 0; i < exercises.size(); i++) {
                Exercise exercise = exercises.get(i);
                String answer =
                        written.key() ? " = " + TextWriter.text(exercise.answer(() -> workspace.checkStop(span))) : "";
                workspace.show(new Result.Printed((i + 1) + ".  " + exercise.text() + answer, span));
            }
            return Loops.NOTHING;
        }
        DocumentFile kind = Presented.kind(path, span);
        Content content = new Content.Text(kind.text(document(() -> workspace.checkStop(span))));
        Drawn.write(workspace, written.key() ? "key" : "worksheet", path, content, span);
        return Loops.NOTHING;
    }

    private Document document(Runnable pause) {
        List<Part> parts = new ArrayList<>();
        if (!written.key()) {
            parts.add(new Part.Blanks(List.of("Name", "Class", "Date")));
        }
        parts.add(new Part.Paragraph("Derive by x."));
        List<Exercise> exercises = sheet.exercises();
        for (int i = 0; i < exercises.size(); i++) {
            Exercise exercise = exercises.get(i);
            parts.add(new Part.Task(i + 1, exercise.asked(), written.key() ? 0 : ROOM));
            if (written.key()) {
                Derivation steps = Derivation.of(exercise.function(), exercise.by(), false, pause);
                parts.add(new Part.Steps(steps, false));
            }
        }
        parts.add(new Part.Paragraph("Level " + sheet.level() + ", sheet " + sheet.seed()));
        String rule = sheet.rule().word();
        String title = rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + " rule";
        return new Document(written.key() ? title + ": answers" : title, parts);
    }
}
