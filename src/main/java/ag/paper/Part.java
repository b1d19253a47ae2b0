package ag.paper;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import java.util.List;

/** A part of a document. */
public sealed interface Part {
    record Heading(String text) implements Part {}

    /** A paragraph. */
    record Words(String text) implements Part {}

    /**
     * A formula on a line of its own.
     *
     * @param left what stands before the equals sign, such as {@code f(x)}; empty where there is only the formula
     */
    record Formula(String left, Term right) implements Part {}

    /**
     * How a derivative is found, a rule a line.
     *
     * @param partial whether the derivatives are partial ones
     */
    record Steps(Derivation derivation, boolean partial) implements Part {}

    record Table(List<String> header, List<List<String>> rows) implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Lines as they stand in the terminal. */
    record Lines(List<String> lines) implements Part {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A drawing, for web pages alone; the others leave it out. */
    record Picture(String svg) implements Part {}

    /** Lines to be filled in by hand: a name, a class, a date. */
    record Fields(List<String> names) implements Part {
        public Fields {
            names = List.copyOf(names);
        }
    }

    /**
     * A task with room to write.
     *
     * @param asked a derivative that is still to be done
     * @param room how many lines are left free below it
     */
    record Task(int number, Term asked, int room) implements Part {}
}
