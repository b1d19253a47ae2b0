package ag.lang.mistakes;

import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.mistakes.Mistake.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one mistake after the other until it is known which of them give an answer: first each alone, at each place and at all of
 * its places; then, where none does, two of them.
 */
final class Search {
    private static final int MOST_TRIED = 4000;
    private static final int MOST_FOUND = 4;
    private static final long LARGEST = 600;
    private static final long MOST_WORK = 250_000;

    private final List<Task> tasks = new ArrayList<>();
    private final Answered answered;
    private final Runnable pause;
    private final List<Finding> found = new ArrayList<>();
    private final Set<List<String>> codes = new HashSet<>();
    private int tried;
    private long work;

    /** @param by the letters one after the other: two of them for a second derivative */
    Search(Term function, List<Term.Letter> by, Answered answered, Runnable pause) {
        Term now = function;
        for (Term.Letter letter : by) {
            Task task = new Task(now, letter);
            tasks.add(task);
            now = by.size() == 1 ? task.right() : Simplifier.simplify(task.right(), pause);
        }
        this.answered = answered;
        this.pause = pause;
    }

    /** Thrown where enough was tried or found. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** The likeliest first. */
    List<Finding> run() {
        List<Mistake> all = Catalogue.all();
        try {
            for (Mistake mistake : all) {
                trait(mistake);
                for (int i = 0; i < tasks.size(); i++) {
                    candidates(i).single(mistake);
                }
            }
            if (found.isEmpty() && answered.tellsMuch()) {
                candidates(tasks.size() - 1).pairs(all);
            }
        } catch (Enough _) {
            // What was found by now is it.
        }
        return List.copyOf(found);
    }

    private void trait(Mistake mistake) {
        Task last = tasks.getLast();
        if (mistake.change() instanceof Mistake.Trait trait && answered.has(trait, last)) {
            add(new Finding(List.of(new Finding.Made(mistake, last.function()))));
        }
    }

    /** Mistakes with one of the derivatives; those after it are taken rightly. */
    private Candidates candidates(int step) {
        return new Candidates(tasks.get(step), candidate -> {
            pause.run();
            Term answer = candidate.answer();
            for (Task later : tasks.subList(step + 1, tasks.size())) {
                answer = Differentiator.derivative(answer, later.by());
            }
            long size = answer.size();
            work += size;
            if (++tried > MOST_TRIED || work > MOST_WORK) {
                throw new Enough();
            }
            if (size <= LARGEST && !codes.contains(candidate.finding().codes()) && answered.is(answer)) {
                add(candidate.finding());
            }
        });
    }

    private void add(Finding finding) {
        if (codes.add(finding.codes())) {
            found.add(finding);
        }
        if (found.size() == MOST_FOUND) {
            throw new Enough();
        }
    }
}
