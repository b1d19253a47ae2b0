package ag.lang.statements;

import ag.explain.Walk;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Dialogue;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.PracticeResult;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs {@code step L}: walks through the forward and the backward pass, in both directions. Where there is no terminal, it shows all steps. */
public record Stepping(Subject subject, @Nullable String path, Span span) implements Code {
    static Code compile(PracticeStatement.Step step, StatementCompiler compiler, Scope scope) {
        return new Stepping(Subject.of(step.of(), step.span(), compiler, scope), step.path(), step.span());
    }

    private static final int LEAVE = -1;
    private static final int STAY = -2;

    @Override
    public Datum run(Frame frame) {
        Datum held = subject.held(frame);
        Presented presented = Presented.of("steps", frame.machine, subject, held, path, span);
        subject.study(frame, held, studied -> steps(studied, presented));
        return Loops.NOTHING;
    }

    private void steps(Studied studied, Presented presented) {
        Workspace workspace = studied.workspace();
        Studied.Root root = studied.root();
        List<Point> points = studied.points(root);
        List<Walk.Stop> stops = Walks.of(studied, "trace shows large graphs folded");
        Optional<Dialogue> dialogue = workspace.dialogue();
        if (dialogue.isPresent() && path == null) {
            walk(workspace, stops, dialogue.get());
        } else {
            List<Result> all = new ArrayList<>();
            for (int i = 0; i < stops.size(); i++) {
                all.add(step(stops, i));
            }
            presented.show(studied, all, true);
        }
        studied.question().tell(root.node(), points, span);
    }

    private Result step(List<Walk.Stop> stops, int index) {
        return new PracticeResult.Stepped(
                subject.text(), index + 1, stops.size(), stops.get(index).step(), span);
    }

    private void walk(Workspace workspace, List<Walk.Stop> stops, Dialogue dialogue) {
        int at = 0;
        boolean arrived = true;
        while (at >= 0 && at < stops.size()) {
            workspace.checkStop(span);
            if (arrived) {
                workspace.show(step(stops, at));
            }
            String answer = dialogue.ask("Enter: on, b: back, 1 to " + stops.size() + ": go there, q: leave > ")
                    .orElse("q");
            int next = next(answer.strip().toLowerCase(Locale.ROOT), at, stops.size());
            arrived = next != STAY;
            at = arrived ? next : at;
        }
    }

    private static int next(String answer, int at, int count) {
        return switch (answer) {
            case "", "n", "next" -> at + 1;
            case "b", "back" -> Math.max(at - 1, 0);
            case "q", "quit" -> LEAVE;
            default ->
                answer.matches("\\d{1,4}") && Integer.parseInt(answer) >= 1 && Integer.parseInt(answer) <= count
                        ? Integer.parseInt(answer) - 1
                        : STAY;
        };
    }
}
