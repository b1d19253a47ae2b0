package ag.lang.statements;

import ag.host.Content;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Machine;
import ag.lang.mistakes.Marking;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.Statement;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.result.Result;
import ag.result.print.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks files of answers to a worksheet. A line such as {@code 3: 2x cos(x^2)} answers a question. An answer is read as a formula and
 * never run as a program.
 */
final class Grading {
    private static final int LONGEST = 120;

    private final Machine machine;
    private final Workspace workspace;
    private final Sheets sheets;
    private final List<Exercise> own;
    private final PracticeStatement.Worksheet written;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<List<String>> csv = new ArrayList<>();

    Grading(Machine machine, Sheets sheets, List<Exercise> own, PracticeStatement.Worksheet written) {
        this.machine = machine;
        this.workspace = machine.workspace;
        this.sheets = sheets;
        this.own = own;
        this.written = written;
        csv.add(List.of("file", "sheet", "question", "asked", "answer", "mark", "mistakes", "remark"));
    }

    /**
     * An answer and its mark.
     *
     * @param remark what is wrong in it; empty where nothing is
     * @param codes the codes of its mistakes
     */
    private record Mark(String answer, Verdict verdict, String remark, String codes) {
        private static final Mark MISSING = new Mark("", Verdict.MISSING, "", "");
    }

    private enum Verdict {
        RIGHT("+", "right"),
        WRONG("-", "wrong"),
        MISSING(".", "missing"),
        UNREADABLE("?", "unreadable");

        private final String sign;
        private final String word;

        Verdict(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }
    }

    void run() {
        Span span = written.span();
        List<Long> seeds = sheets.numbers();
        int count = sheets.exercises(seeds.getFirst(), own).size();
        List<String> header = new ArrayList<>(List.of("answers"));
        if (sheets.areSeveral()) {
            header.add("sheet");
        }
        for (int i = 1; i <= count; i++) {
            header.add(Integer.toString(i));
        }
        header.add("right");
        List<AgException> unread = new ArrayList<>();
        for (String path : written.answered()) {
            try {
                mark(
                        path,
                        AnswerFile.of(workspace.host().files().read(path, span, () -> workspace.checkStop(span))),
                        seeds);
            } catch (AgException problem) {
                if (problem.diagnostic().error() != ErrorCode.FILE) {
                    throw problem;
                }
                unread.add(problem);
                leaveOut(path, count, problem.diagnostic().message());
            }
        }
        if (unread.size() == written.answered().size()) {
            throw unread.getFirst();
        }
        String file = written.path();
        if (file != null) {
            Drawn.write(workspace, "marks", file, new Content.Text(text(csv)), span);
        }
        workspace.show(new Result.Printed(
                String.join("\n", aligned(header, rows)) + (remarks.isEmpty() ? "" : "\n" + String.join("\n", remarks)),
                span));
    }

    private void mark(String path, AnswerFile answers, List<Long> seeds) {
        List<String> row = new ArrayList<>(List.of(path));
        Optional<Long> sheet = answers.sheet(seeds);
        if (sheets.areSeveral()) {
            row.add(sheet.map(Object::toString).orElse("?"));
        }
        if (sheet.isEmpty()) {
            remarks.add("  " + path + ": it names no sheet from " + seeds.getFirst() + " to " + seeds.getLast()
                    + "; write a line such as: sheet " + seeds.getFirst());
        }
        List<Exercise> exercises = sheets.exercises(sheet.orElse(seeds.getFirst()), own);
        int right = 0;
        for (int i = 0; i < exercises.size(); i++) {
            Mark mark = sheet.isEmpty() ? Mark.MISSING : mark(exercises.get(i), answers.to(i + 1));
            right += mark.verdict == Verdict.RIGHT ? 1 : 0;
            row.add(mark.verdict.sign);
            csv.add(List.of(
                    path,
                    sheet.map(Object::toString).orElse(""),
                    Integer.toString(i + 1),
                    sheet.isEmpty() ? "" : exercises.get(i).text(),
                    mark.answer,
                    mark.verdict.word,
                    mark.codes,
                    mark.remark));
            if (!mark.remark.isEmpty()) {
                remarks.add("  " + path + ", " + (i + 1) + ": " + shortened(mark.answer) + " — " + mark.remark);
            }
        }
        row.add(right + " of " + exercises.size());
        rows.add(row);
    }

    /** A file that cannot be read does not keep others from being marked. */
    private void leaveOut(String path, int count, String reason) {
        List<String> row = new ArrayList<>(List.of(path));
        if (sheets.areSeveral()) {
            row.add("?");
        }
        for (int i = 1; i <= count; i++) {
            row.add(Verdict.UNREADABLE.sign);
            csv.add(List.of(path, "", Integer.toString(i), "", "", Verdict.UNREADABLE.word, "", reason));
        }
        row.add("0 of " + count);
        rows.add(row);
        remarks.add("  " + path + ": " + reason);
    }

    private Mark mark(Exercise exercise, String answer) {
        if (answer.isEmpty()) {
            return Mark.MISSING;
        }
        Optional<Term> term = read(exercise, answer);
        if (term.isEmpty()) {
            return new Mark(
                    answer, Verdict.UNREADABLE, "no formula in " + exercise.by().name(), "");
        }
        Marking marking = Marking.formula(
                exercise.function(), List.of(exercise.by()), term.get(), () -> workspace.checkStop(written.span()));
        if (marking.isRight()) {
            return new Mark(answer, Verdict.RIGHT, "", "");
        }
        String remark = marking.found().stream()
                .map(finding -> finding.made().stream()
                        .map(made -> made.mistake().words())
                        .collect(Collectors.joining("; and ")))
                .collect(Collectors.joining(", or "));
        String codes = marking.found().stream()
                .map(finding -> String.join("+", finding.codes()))
                .collect(Collectors.joining(" "));
        return new Mark(answer, Verdict.WRONG, remark.isEmpty() ? "fits no mistake that is known" : remark, codes);
    }

    private Optional<Term> read(Exercise exercise, String line) {
        Set<Term.Letter> letters = new HashSet<>(Letters.in(exercise.function()));
        letters.add(exercise.by());
        try {
            List<Statement> statements = Parser.parse(new SourceText("answer", line));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate(Expr typed)
                    ? FormulaTexts.open(machine, letters)
                            .read(AskedDerivative.read(typed, letters, machine))
                            .filter(term -> letters.containsAll(Letters.in(term)))
                    : Optional.empty();
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String shortened(String answer) {
        return answer.length() <= LONGEST ? answer : answer.substring(0, LONGEST) + "…";
    }

    private static List<String> aligned(List<String> header, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return all.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        line.append(row.get(i))
                                .append(" ".repeat(widths[i] - row.get(i).length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }

    /** As RFC 4180 says; what a spreadsheet would take for a formula of its own is made a text by an apostrophe. */
    private static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Grading::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(String written) {
        String text = Visible.of(written);
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\n\\r]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
