package ag.lang.mistakes;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Term;
import ag.lang.mistakes.Finding.Made;
import ag.lang.mistakes.Mistake.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes mistakes with a task: each answer that comes out, and what was done wrong. */
final class Candidates {
    private static final String SIGN = "sign-gained";
    private static final String COPIED = "copied-wrong";

    private final Task task;
    private final Consumer<Candidate> taker;

    /** @param taker is given one after the other; what it throws ends the work */
    Candidates(Task task, Consumer<Candidate> taker) {
        this.task = task;
        this.taker = taker;
    }

    /** A wrong answer, and the mistakes that lead to it. */
    record Candidate(Finding finding, Term answer) {}

    /** The mistake at each place where it can be made, and at all of them. */
    void single(Mistake mistake) {
        switch (mistake.change()) {
            case Mistake.Rule rule -> {
                int most = 0;
                List<Term> parts = MistakenDerivative.of(task, Map.of()).parts();
                for (int i = 0; i < parts.size(); i++) {
                    List<DerivativeRule.Action> wrong = rule.at(parts.get(i), task.by());
                    most = Math.max(most, wrong.size());
                    for (DerivativeRule.Action action : wrong) {
                        give(MistakenDerivative.of(task, Map.of(i, action)).answer(), new Made(mistake, parts.get(i)));
                    }
                }
                for (int number = 0; number < most; number++) {
                    MistakenDerivative everywhere = MistakenDerivative.everywhere(task, rule, number);
                    if (everywhere.parts().size() > 1) {
                        give(everywhere.answer(), new Made(mistake, task.function()));
                    }
                }
            }
            case Mistake.Whole whole ->
                whole.of(task).forEach(answer -> give(answer.answer(), new Made(mistake, answer.where())));
            case Mistake.Trait _ -> {}
        }
    }

    /** Two mistakes: two wrong rules, or one and another sign in front or a wrong copy. */
    void pairs(List<Mistake> all) {
        List<Mistake> rules = all.stream()
                .filter(one ->
                        one.change() instanceof Mistake.Rule && !one.code().equals(COPIED))
                .toList();
        all.stream().filter(one -> one.code().equals(SIGN)).forEach(sign -> withOtherSign(rules, sign));
        List<Term> parts = MistakenDerivative.of(task, Map.of()).parts();
        for (int i = 0; i < parts.size(); i++) {
            for (Mistake first : rules) {
                for (DerivativeRule.Action action : ((Mistake.Rule) first.change()).at(parts.get(i), task.by())) {
                    second(rules, new Made(first, parts.get(i)), i, action);
                }
            }
        }
        all.stream().filter(one -> one.code().equals(COPIED)).findFirst().ifPresent(copying -> copied(rules, copying));
    }

    private void withOtherSign(List<Mistake> rules, Mistake sign) {
        Candidates inner = new Candidates(task, candidate -> {
            List<Made> made = new ArrayList<>(candidate.finding().made());
            made.add(new Made(sign, task.function()));
            taker.accept(new Candidate(new Finding(made), Term.negative(candidate.answer())));
        });
        rules.forEach(inner::single);
    }

    private void second(List<Mistake> rules, Made first, int place, DerivativeRule.Action action) {
        List<Term> parts = MistakenDerivative.of(task, Map.of(place, action)).parts();
        for (int i = place + 1; i < parts.size(); i++) {
            for (Mistake second : rules) {
                for (DerivativeRule.Action other : ((Mistake.Rule) second.change()).at(parts.get(i), task.by())) {
                    Map<Integer, DerivativeRule.Action> both = new HashMap<>(Map.of(place, action));
                    both.put(i, other);
                    give(MistakenDerivative.of(task, both).answer(), first, new Made(second, parts.get(i)));
                }
            }
        }
    }

    private void copied(List<Mistake> rules, Mistake copying) {
        for (Term copy : Copying.wrong(task.function())) {
            Candidates inner = new Candidates(new Task(copy, task.by()), candidate -> {
                List<Made> made = new ArrayList<>(List.of(new Made(copying, task.function())));
                made.addAll(candidate.finding().made());
                taker.accept(new Candidate(new Finding(made), candidate.answer()));
            });
            rules.forEach(inner::single);
        }
    }

    private void give(Term answer, Made... made) {
        taker.accept(new Candidate(new Finding(List.of(made)), answer));
    }
}
