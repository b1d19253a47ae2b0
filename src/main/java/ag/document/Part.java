package ag.document;

import ag.chart.Chart;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.result.Format;
import ag.result.FormulaResult;
import ag.result.GraphResult;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a document. */
public sealed interface Part {
    /** What stands above other parts on a page. A terminal leaves it out: the statement stands just above. */
    record Heading(String text) implements Part {}

    /** A page of its own, with a title. */
    record Page(String title) implements Part {}

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

    /** A formula on a line of its own, or several with commas between them. */
    record Formula(List<Equation> equations) implements Part {
        public Formula {
            equations = List.copyOf(equations);
        }

        /** One formula, as {@link Equation} has it. */
        public static Formula of(String text, String left, @Nullable Term tree) {
            return new Formula(List.of(new Equation(text, left, tree, "")));
        }

        /** An equation; {@code name} is how its left side is typed, such as {@code f(x)}, and may be empty. */
        public static Formula named(String name, Term tree) {
            String left = name.isEmpty() ? "" : name + " =";
            return of(left + (left.isEmpty() ? "" : " ") + TextWriter.text(tree), left, tree);
        }
    }

    /**
     * A formula.
     *
     * @param text all of it as text
     * @param left what stands before the tree where that is typeset, with its sign: {@code x =}; may be empty
     * @param tree what is typeset; null where there is only text
     * @param end what stands behind the tree where that is typeset, such as {@code = 12}; may be empty
     */
    record Equation(String text, String left, @Nullable Term tree, String end) {}

    /**
     * How a derivative is found, a rule a line.
     *
     * @param partial whether the derivatives are partial ones
     * @param text the same as text of the language
     */
    record Steps(Derivation derivation, boolean partial, Rules text) implements Part {
        public Steps(Derivation derivation, boolean partial) {
            this(derivation, partial, written(derivation));
        }

        private static Rules written(Derivation derivation) {
            List<FormulaResult.DerivationStep> steps = derivation.steps().stream()
                    .map(step -> new FormulaResult.DerivationStep(step.rule(), TextWriter.text(step.term())))
                    .toList();
            return new Rules("", TextWriter.text(derivation.start()), steps, false);
        }
    }

    /**
     * Steps as text of the language, each with its rule.
     *
     * @param way what stands above them where there are several ways; may be empty
     * @param equations whether the steps are equations, and not each equal to the one before
     */
    record Rules(String way, String start, List<FormulaResult.DerivationStep> steps, boolean equations)
            implements Part {
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
    record Graph(GraphResult.Graphed graph, Format format) implements Part {}

    /** A network's layers. */
    record Network(GraphResult.NetworkGraphed network) implements Part {}

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
