package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.OpenQuestion;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What helps on with a derivative that was guessed wrongly, from the rule that is due to the derivatives of its parts. */
final class Hints {
    private static final int DIGITS = 6;

    private Hints() {}

    /**
     * For a derivative as a formula.
     *
     * @param asked how it was typed
     * @param at where it is taken; empty where the formula itself is asked for
     */
    static OpenQuestion of(String asked, AskedDerivative derivative, Map<Term.Letter, Double> at, Runnable pause) {
        List<String> hints = new ArrayList<>();
        List<String> answer = new ArrayList<>();
        Term function = derivative.function();
        List<Term.Letter> by = derivative.by();
        for (int order = 1; order < by.size(); order++) {
            Derivation before = Derivation.of(function, by.get(order - 1), false, pause);
            hints.add("first derive once: " + task(function, by.get(order - 1)));
            hints.add(task(function, by.get(order - 1)) + " = " + TextWriter.text(before.formula()));
            function = before.formula();
        }
        Exercise last = new Exercise(function, by.getLast());
        hints.add(last.hint());
        List<Exercise> parts = Exercise.parts(function, by.getLast());
        for (Exercise part : parts.subList(0, parts.size() - 1)) {
            hints.add(part.text() + " = " + TextWriter.text(part.answer(pause)));
        }
        Derivation whole = Derivation.of(function, by.getLast(), false, pause);
        answer.add(TextWriter.text(whole.start()));
        whole.steps().forEach(step -> answer.add("  = " + TextWriter.text(step.term()) + "   " + step.rule()));
        if (at.keySet().containsAll(Letters.in(whole.formula())) && !at.isEmpty()) {
            answer.add(asked + " = " + Numerals.rounded(PointEvaluation.of(whole.formula(), at), DIGITS));
        } else {
            answer.add(asked + " = " + TextWriter.text(whole.formula()));
        }
        return new OpenQuestion(asked, hints, answer, 0);
    }

    private static String task(Term function, Term.Letter by) {
        return new Exercise(function, by).text();
    }
}
