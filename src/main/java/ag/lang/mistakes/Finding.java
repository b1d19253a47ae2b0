package ag.lang.mistakes;

import ag.lang.algebra.Term;
import java.util.List;

/** What gives exactly an answer: one mistake, or two together. */
public record Finding(List<Made> made) {
    public Finding {
        made = List.copyOf(made);
    }

    /** A mistake and where it was made. */
    public record Made(Mistake mistake, Term where) {}

    /** The codes of its mistakes, in their order. */
    public List<String> codes() {
        return made.stream().map(one -> one.mistake().code()).toList();
    }
}
