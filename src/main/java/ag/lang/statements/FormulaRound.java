package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.PracticeTally;
import ag.lang.mistakes.Finding;
import ag.lang.mistakes.Marking;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.values.Dialogue;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import ag.result.PracticeResult;
import ag.result.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for derivatives as formulas, and judges the answers: any equal form is right, and a mistake is named. */
final class FormulaRound {
    private static final String PROMPT = "formula, h: hint, s: skip, q: leave > ";
    private static final double SAME = 1e-9;

    private final Machine machine;
    private final Workspace workspace;
    private final String of;
    private final int questions;
    private final Span span;
    private final PracticeTally tally = new PracticeTally();
    private int asked;

    /** @param questions how many there will be; 0 where they have no end */
    FormulaRound(Machine machine, String of, int questions, Span span) {
        this.machine = machine;
        this.workspace = machine.workspace;
        this.of = of;
        this.questions = questions;
        this.span = span;
    }

    /** Asks for a derivative; whether the round goes on. */
    boolean ask(Exercise exercise) {
        show(exercise.text());
        return workspace.dialogue().isEmpty()
                || answered(exercise, Map.of(), workspace.dialogue().get());
    }

    /** Asks for the number that a derivative is at a place. */
    boolean ask(Exercise exercise, Map<Term.Letter, Double> place) {
        show(text(exercise, place));
        return workspace.dialogue().isEmpty()
                || answered(exercise, place, workspace.dialogue().get());
    }

    private static String text(Exercise exercise, Map<Term.Letter, Double> place) {
        return exercise.text() + " at "
                + String.join(
                        ", ",
                        place.entrySet().stream()
                                .map(at -> at.getKey().name() + " = " + Numerals.shortest(at.getValue()))
                                .toList());
    }

    private void show(String question) {
        workspace.checkStop(span);
        workspace.show(new PracticeResult.FormulaQuestion(of, ++asked, questions, question, span));
    }

    void score() {
        if (workspace.dialogue().isPresent()) {
            machine.practice.add(tally);
            workspace.show(tally.score(of, questions, machine.practice, span));
        }
    }

    private boolean answered(Exercise exercise, Map<Term.Letter, Double> place, Dialogue dialogue) {
        PracticeQuestion question = new PracticeQuestion() {
            @Override
            public String prompt() {
                return PROMPT;
            }

            @Override
            public OpenQuestion help() {
                String asked = place.isEmpty() ? exercise.text() : text(exercise, place);
                AskedDerivative derivative =
                        new AskedDerivative(exercise.function(), List.of(exercise.by()), Set.of(), place, Map.of());
                return Hints.of(asked, derivative, place, () -> workspace.checkStop(span));
            }

            @Override
            public Result solution() {
                String asked = place.isEmpty() ? exercise.text() : text(exercise, place);
                return new Result.Printed(asked + " = " + answer(exercise, place), span);
            }

            @Override
            public String wanted() {
                return "write a formula, such as 2x cos(x^2), or a number";
            }

            @Override
            public Optional<Boolean> judged(String line) {
                return FormulaRound.this.judged(exercise, place, TypedAnswer.formula(line));
            }
        };
        return question.ask(dialogue, workspace, tally, span);
    }

    private String answer(Exercise exercise, Map<Term.Letter, Double> place) {
        Term answer = exercise.answer(() -> workspace.checkStop(span));
        return place.isEmpty() ? TextWriter.text(answer) : Numerals.rounded(PointEvaluation.of(answer, place), 6);
    }

    /** Whether an answer is right; empty where it is no formula in the letters of the question. */
    private Optional<Boolean> judged(Exercise exercise, Map<Term.Letter, Double> place, String line) {
        try {
            Set<Term.Letter> letters = new HashSet<>(Letters.in(exercise.function()));
            letters.add(exercise.by());
            Optional<Term> answer = read(line, letters).filter(term -> letters.containsAll(Letters.in(term)));
            return answer.map(term -> judged(exercise, place, term, line));
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Term> read(String line, Set<Term.Letter> letters) {
        List<Statement> statements = Parser.parse(new SourceText("answer", line));
        if (statements.size() != 1 || !(statements.getFirst() instanceof Statement.Evaluate(Expr typed))) {
            return Optional.empty();
        }
        return FormulaTexts.open(machine, letters).read(AskedDerivative.read(typed, letters, machine));
    }

    private boolean judged(Exercise exercise, Map<Term.Letter, Double> place, Term answer, String line) {
        Runnable pause = () -> workspace.checkStop(span);
        List<Term.Letter> by = List.of(exercise.by());
        Marking marking = place.isEmpty()
                ? Marking.formula(exercise.function(), by, answer, pause)
                : Marking.number(exercise.function(), by, place, near(PointEvaluation.of(answer, place)), pause);
        boolean right = marking.isRight();
        workspace.show(new PracticeResult.Marked(
                place.isEmpty() ? exercise.text() : text(exercise, place),
                line,
                right,
                place.isEmpty() ? marking.same(answer) : "",
                marking.found().stream().map(found -> mistakes(found, exercise)).toList(),
                marking.question(),
                span));
        return right;
    }

    private static java.util.function.DoublePredicate near(double number) {
        return right -> Math.abs(right - number) <= SAME * Math.max(1, Math.abs(right))
                || Numerals.rounded(right, 6).equals(Numerals.rounded(number, 6));
    }

    private static List<PracticeResult.Mistaken> mistakes(Finding finding, Exercise exercise) {
        return finding.made().stream()
                .map(made -> new PracticeResult.Mistaken(
                        made.mistake().code(),
                        made.where().equals(exercise.function()) ? "" : TextWriter.text(made.where()),
                        made.mistake().words()))
                .toList();
    }
}
