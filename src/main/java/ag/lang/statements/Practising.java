package ag.lang.statements;

import ag.document.Document;
import ag.document.Part;
import ag.engine.Fault;
import ag.explain.Answer;
import ag.explain.Judge;
import ag.explain.Walk;
import ag.host.Content;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.PracticeTally;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Dialogue;
import ag.lang.values.Workspace;
import ag.result.Notation;
import ag.result.Numerals;
import ag.result.PassStep.Backward;
import ag.result.PassStep.Forward;
import ag.result.PracticeResult;
import ag.result.Result;
import ag.result.print.DocumentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code practice L} and {@code practice f at 3}: asks for each value and each gradient, in the order in which they are computed.
 * {@code practice f} asks for derivatives as formulas, and {@code practice d/dx x^2} is the same with x^2. Where there is no terminal, it
 * prints the questions as an exercise sheet.
 *
 * @param letter what is derived by, where that was said
 */
public record Practising(
        Subject subject, @Nullable String letter, @Nullable String path, Span span) implements Code {
    static Code compile(PracticeStatement.Practice written, StatementCompiler compiler, Scope scope) {
        PracticeStatement.Practice practice = NamedDerivative.of(written, compiler, scope);
        Expr of = practice.of();
        String letter = null;
        if (practice.of() instanceof Expr.Derivative(Expr inner, List<Expr.Name> letters, boolean _, Span _)
                && letters.size() == 1) {
            of = inner;
            letter = letters.getFirst().name();
        }
        return new Practising(
                Subject.of(of, practice.span(), compiler, scope), letter, practice.path(), practice.span());
    }

    private static final String PROMPT = "number, h: hint, s: skip, q: leave > ";

    @Override
    public Datum run(Frame frame) {
        // An answer is judged by the true derivatives, not by those of {@code suppose}.
        Fault supposed = frame.machine.workspace.tape().inject(null);
        try {
            Datum held = subject.held(frame);
            Optional<PractisedFormula> formula =
                    subject.place().isEmpty() ? PractisedFormula.of(frame.machine, subject, held) : Optional.empty();
            if (letter != null) {
                formula = formula.map(all -> all.by(letter, span));
            }
            if (formula.isPresent() && path != null) {
                write(frame.machine.workspace, formula.get(), path, Held.peeled(held) instanceof Callable);
            } else if (formula.isPresent()) {
                formula.get().run(frame.machine, span);
            } else {
                subject.study(frame, held, this::practise);
            }
        } finally {
            frame.machine.workspace.tape().inject(supposed);
        }
        return Loops.NOTHING;
    }

    private void practise(Studied studied) {
        Workspace workspace = studied.workspace();
        Studied.Root root = studied.root();
        studied.question().tell(root.node(), studied.points(root), span);
        List<Walk.Stop> stops = Walks.of(studied, "practise a smaller formula");
        if (path != null) {
            List<Result> sheet = new ArrayList<>();
            List<Walk.Stop> asked =
                    stops.stream().filter(stop -> !isGiven(stop)).toList();
            stops.stream()
                    .filter(Practising::isGiven)
                    .map(stop -> (Forward) stop.step())
                    .forEach(step -> sheet.add(new PracticeResult.Stated(step.name(), step.value(), span)));
            for (int i = 0; i < asked.size(); i++) {
                sheet.add(new PracticeResult.Question(
                        subject.text(), i + 1, asked.size(), asked.get(i).step(), span));
            }
            // The graph and the derivatives would be the answers.
            new Presented("practice", Optional.empty(), path, span).show(studied, sheet, false);
            return;
        }
        if (workspace.dialogue().isEmpty()) {
            workspace.note("there is no terminal to answer at, so this is the exercise sheet", span);
        }
        new Round(studied.frame().machine, new Judge(workspace.tape(), studied.names(), studied.text()), stops).run();
    }

    private static boolean isGiven(Walk.Stop stop) {
        return stop.step() instanceof Forward step && step.given();
    }

    /** The questions as an exercise sheet. */
    private void write(Workspace workspace, PractisedFormula formula, String path, boolean isFunction) {
        DocumentFile kind = Presented.kind(path, span);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Blanks(List.of("Name", "Date")));
        parts.add(Part.Formula.named(Formulated.name(subject, formula, isFunction), formula.function()));
        List<Exercise> questions = formula.questions();
        for (int i = 0; i < questions.size(); i++) {
            parts.add(new Part.Task(i + 1, questions.get(i).asked(), 2));
        }
        String text = kind.text(new Document("Practice of " + subject.text(), parts));
        Drawn.write(workspace, "practice", path, new Content.Text(text), span);
    }

    /** One round of questions. */
    private final class Round {
        private final Machine machine;
        private final Workspace workspace;
        private final Judge judge;
        private final List<Walk.Stop> questions = new ArrayList<>();
        private final PracticeTally tally = new PracticeTally();

        Round(Machine machine, Judge judge, List<Walk.Stop> stops) {
            this.machine = machine;
            this.workspace = machine.workspace;
            this.judge = judge;
            for (Walk.Stop stop : stops) {
                if (stop.step() instanceof Forward(String name, String _, boolean given, double x, var _) && given) {
                    workspace.show(new PracticeResult.Stated(name, x, span));
                } else {
                    questions.add(stop);
                }
            }
        }

        void run() {
            Optional<Dialogue> dialogue = workspace.dialogue();
            for (int i = 0; i < questions.size(); i++) {
                workspace.checkStop(span);
                workspace.show(new PracticeResult.Question(
                        subject.text(),
                        i + 1,
                        questions.size(),
                        questions.get(i).step(),
                        span));
                if (dialogue.isPresent() && !answered(questions.get(i), dialogue.get())) {
                    break;
                }
            }
            if (dialogue.isPresent()) {
                machine.practice.add(tally);
                workspace.show(tally.score(subject.text(), questions.size(), machine.practice, span));
            }
        }

        private boolean answered(Walk.Stop question, Dialogue dialogue) {
            PracticeQuestion asked = new PracticeQuestion() {
                @Override
                public String prompt() {
                    return PROMPT;
                }

                @Override
                public OpenQuestion help() {
                    String hint = Round.this.hint(question);
                    String answer = name(question) + " = " + rounded(number(question));
                    return new OpenQuestion(name(question), List.of(hint), List.of(hint, answer), 0);
                }

                @Override
                public Result solution() {
                    return new PracticeResult.Stated(name(question), number(question), span);
                }

                @Override
                public String wanted() {
                    return "write a number, such as 0.25 or 3*4";
                }

                @Override
                public Optional<Boolean> judged(String line) {
                    return answer(line).map(answer -> Round.this.judged(question, answer));
                }
            };
            return asked.ask(dialogue, workspace, tally, span);
        }

        private boolean judged(Walk.Stop question, Answer answer) {
            Judge.Judgement judgement = switch (question.step()) {
                case Forward step -> new Judge.Judgement(answer.isMeant(step.value()), List.of(), "", hint(question));
                case Backward _ -> judge.of(question.node(), answer);
            };
            workspace.show(new PracticeResult.Judged(
                    name(question),
                    answer.value(),
                    judgement.right(),
                    judgement.found(),
                    judgement.relation(),
                    judgement.right() ? "" : judgement.hint(),
                    span));
            return judgement.right();
        }

        private String name(Walk.Stop question) {
            return switch (question.step()) {
                case Forward step -> step.name();
                case Backward step -> Notation.derivative(subject.text(), step.node());
            };
        }

        private static double number(Walk.Stop question) {
            return switch (question.step()) {
                case Forward step -> step.value();
                case Backward step -> step.gradient();
            };
        }

        /** The local rule. What came before may be shown, what is asked may not. */
        private String hint(Walk.Stop question) {
            return switch (question.step()) {
                case Forward step ->
                    step.expression() + " with "
                            + String.join(
                                    ", ",
                                    step.operands().stream()
                                            .map(given -> given.name() + " = " + rounded(given.value()))
                                            .toList());
                case Backward _ -> {
                    String rule = judge.hint(question.node());
                    yield judge.relation(question.node()) + (rule.isEmpty() ? "" : "; " + rule);
                }
            };
        }

        private static String rounded(double x) {
            return Numerals.rounded(x, 6);
        }

        /** A number, or arithmetic with numbers; names would give the answer away. */
        private static Optional<Answer> answer(String line) {
            return ViewPlace.number(line).map(number -> Answer.of(number, line));
        }
    }
}
