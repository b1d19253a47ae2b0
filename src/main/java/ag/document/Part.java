package ag.document;

import ag.chart.Chart;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.result.Format;
import ag.result.Result;
import java.util.Arrays;
import java.util.List;

/** A part of a document. */
public sealed interface Part {
    /** What stands above other parts on a page. A terminal leaves it out: the statement stands just above. */
    record Heading(String text) implements Part {}

    /** A paragraph of a page. */
    record Paragraph(String text) implements Part {}

    /** A line, which goes on in further lines where it is too long. */
    record Line(List<Phrase> phrases) implements Part {
        public Line {
            phrases = List.copyOf(phrases);
        }

        public Line(Phrase... phrases) {
            this(List.of(phrases));
        }

        public Line(String text) {
            this(List.of(Phrase.plain(text)));
        }
    }

    /**
     * Text that stays as it is, one line or several: what a program printed, a value.
     *
     * @param lead what stands before it on its first line; further lines begin below the text
     */
    record Verbatim(String lead, String text) implements Part {
        public Verbatim(String text) {
            this("", text);
        }
    }

    record Table(List<Cell> header, List<List<Cell>> rows) implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * An entry of a table.
     *
     * @param items one text, or several in a list; each may have several lines
     */
    record Cell(List<String> items) {
        public Cell {
            items = List.copyOf(items);
        }

        public Cell(String text) {
            this(List.of(text));
        }

        /** A row of such entries. */
        public static List<Cell> row(String... texts) {
            return Arrays.stream(texts).map(Cell::new).toList();
        }
    }

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

    /**
     * Steps as text of the language, each with its rule.
     *
     * @param equations whether the steps are equations, and not each equal to the one before
     */
    record Rules(String start, List<Result.DerivationStep> steps, boolean equations) implements Part {
        public Rules {
            steps = List.copyOf(steps);
        }
    }

    /** A remark about a place of the program. */
    record Note(String text, Span place) implements Part {}

    /** What is wrong at a place of the program. */
    record Message(Diagnostic diagnostic) implements Part {}

    record Plot(Chart chart) implements Part {}

    /** The graph behind a value. */
    record Graph(Result.Graphed graph, Format format) implements Part {}

    /** A network's layers. */
    record Network(Result.NetworkGraphed network) implements Part {}

    /** A drawing, for web pages alone; the others leave it out. */
    record Picture(String svg) implements Part {}

    /** Lines to be filled in by hand: a name, a class, a date. */
    record Blanks(List<String> names) implements Part {
        public Blanks {
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
