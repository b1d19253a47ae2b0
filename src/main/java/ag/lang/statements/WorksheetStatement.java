package ag.lang.statements;

import ag.data.RandomSource;
import ag.document.Document;
import ag.document.Part;
import ag.engine.Elementary;
import ag.host.Content;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs {@code worksheet "chain rule" 10 questions seed 7 to "sheet.html"}: a sheet of exercises, its key with {@code answers}, or the
 * marks for files of answers.
 */
record WorksheetStatement(PracticeStatement.Worksheet written, Sheets sheets, List<OwnTask> tasks) implements Code {
    private static final int MOST = 100;
    private static final Set<String> OPTIONS = Set.of("level", "questions", "seed");
    private static final int ROOM = 3;
    private static final String FORM = "write: worksheet \"chain rule\" 10 questions level 2 seed 7 to \"sheet.html\"";

    static Code compile(PracticeStatement.Worksheet written, StatementCompiler compiler, Scope scope) {
        boolean own = !written.tasks().isEmpty();
        Optional<ExerciseRule> rule = own ? Optional.empty() : Optional.of(rule(written));
        int level = 1;
        OptionalInt count = OptionalInt.empty();
        Optional<Sheets.Seeds> seeds = Optional.empty();
        for (PracticeStatement.RuleOption option : written.options()) {
            check(option, own);
            switch (option.name()) {
                case "level" -> level = (int) option.value();
                case "questions" -> count = OptionalInt.of((int) option.value());
                default -> seeds = Optional.of(new Sheets.Seeds((long) option.value(), (long) option.last()));
            }
        }
        if (own && count.orElse(0) > written.tasks().size()) {
            throw new AgException(
                    ErrorCode.UNKNOWN_SETTING,
                    "it asks for " + count.getAsInt() + " questions, and has exercises for "
                            + written.tasks().size(),
                    written.span(),
                    "ask for " + written.tasks().size() + " or fewer, or leave the number out");
        }
        return new WorksheetStatement(
                written,
                new Sheets(rule, level, count, seeds),
                written.tasks().stream()
                        .map(task -> OwnTask.of(task, written.span(), compiler, scope))
                        .toList());
    }

    private static ExerciseRule rule(PracticeStatement.Worksheet written) {
        String named = written.title().strip();
        String word = named.toLowerCase(Locale.ROOT).replaceFirst(" +rules?$", "");
        return ExerciseRule.of(word)
                .orElseThrow(() -> new AgException(
                        ErrorCode.UNKNOWN_SETTING,
                        "there are no exercises for '" + named + "'",
                        written.span(),
                        "there are: " + String.join(" rule, ", ExerciseRule.words())
                                + " rule; your own stand in braces: worksheet \"Test\" { x^2 sin(x); ln(3x) }"));
    }

    private static void check(PracticeStatement.RuleOption option, boolean own) {
        if (own && option.name().equals("level")) {
            throw new AgException(
                    ErrorCode.UNKNOWN_SETTING,
                    "exercises of one's own have no level",
                    option.span(),
                    "leave it out: worksheet { x^2 sin(x); ln(3x) } seed 7");
        }
        if (!OPTIONS.contains(option.name())) {
            throw new AgException(
                    ErrorCode.UNKNOWN_SETTING,
                    "a worksheet takes no '" + option.name() + "'",
                    option.span(),
                    FORM + ", or worksheet \"chain rule\" 10 questions level 2 seed 7 answers");
        }
        double value = option.value();
        double last = option.last();
        boolean known = value == Elementary.round(value)
                && last == Elementary.round(last)
                && switch (option.name()) {
                    case "level" -> value == last && value >= 1 && value <= ExerciseRule.LEVELS;
                    case "questions" -> value >= 1 && value <= MOST;
                    case "seed" -> value >= 0 && value <= last && last < value + MOST && last <= RandomSource.MAX_SEED;
                    default -> false;
                };
        if (!known) {
            throw new AgException(
                    ErrorCode.UNKNOWN_SETTING,
                    "a worksheet has 1 to " + MOST + " questions, a level of 1 to " + ExerciseRule.LEVELS
                            + " and as seed a whole number, or a range of up to " + MOST + " such as 1..30",
                    option.span(),
                    FORM);
        }
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        List<Exercise> own = tasks.stream().map(task -> task.exercise(frame)).toList();
        if (!written.answered().isEmpty()) {
            new Grading(frame.machine, sheets, own, written).run();
            return Loops.NOTHING;
        }
        String path = written.path();
        Span span = written.span();
        Runnable pause = () -> workspace.checkStop(span);
        if (path == null) {
            for (long seed : sheets.numbers()) {
                if (sheets.areSeveral()) {
                    workspace.show(new Result.Printed("sheet " + seed, span));
                }
                List<Exercise> exercises = sheets.exercises(seed, own);
                for (int i = 0; i < exercises.size(); i++) {
                    Exercise exercise = exercises.get(i);
                    String answer = written.key() ? " = " + TextWriter.text(exercise.answer(pause)) : "";
                    workspace.show(new Result.Printed((i + 1) + ".  " + exercise.text() + answer, span));
                }
            }
            return Loops.NOTHING;
        }
        DocumentFile kind = Presented.kind(path, span);
        Content content = new Content.Text(kind.text(document(own, pause)));
        Drawn.write(workspace, written.key() ? "key" : "worksheet", path, content, span);
        return Loops.NOTHING;
    }

    private Document document(List<Exercise> own, Runnable pause) {
        List<Part> parts = new ArrayList<>();
        List<Long> seeds = sheets.numbers();
        for (long seed : seeds) {
            if (seed != seeds.getFirst()) {
                parts.add(new Part.Page(title(seed)));
            }
            addSheet(seed, sheets.exercises(seed, own), parts, pause);
        }
        return new Document(title(seeds.getFirst()), parts);
    }

    private void addSheet(long seed, List<Exercise> exercises, List<Part> parts, Runnable pause) {
        if (!written.key()) {
            parts.add(new Part.Blanks(List.of("Name", "Class", "Date")));
        }
        boolean alike = exercises.stream().map(Exercise::by).distinct().count() == 1;
        parts.add(new Part.Paragraph("Find the derivatives"
                + (alike ? " with respect to " + exercises.getFirst().by().name() : "") + "."));
        for (int i = 0; i < exercises.size(); i++) {
            Exercise exercise = exercises.get(i);
            parts.add(new Part.Task(i + 1, exercise.asked(), written.key() ? 0 : ROOM));
            if (written.key()) {
                Derivation steps = Derivation.of(exercise.function(), exercise.by(), false, pause);
                parts.add(new Part.Steps(steps, false));
            }
        }
        String sheet = sheets.seeds().isEmpty() && sheets.rule().isEmpty() ? "" : "sheet " + seed;
        String footer = sheets.rule().isEmpty() ? sheet : "level " + sheets.level() + ", " + sheet;
        if (!footer.isEmpty()) {
            parts.add(new Part.Paragraph(capitalized(footer)));
        }
    }

    private String title(long seed) {
        String name = sheets.rule()
                .map(rule -> capitalized(rule.word()) + (rule == ExerciseRule.MIXED ? " rules" : " rule"))
                .orElse(written.title().isBlank() ? "Derivatives" : written.title());
        return name + (sheets.areSeveral() ? ", sheet " + seed : "") + (written.key() ? ": answers" : "");
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
