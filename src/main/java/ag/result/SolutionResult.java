package ag.result;

import ag.lang.algebra.Term;
import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search for places has found: where equations hold, where a function turns, where differential equations lead. */
public sealed interface SolutionResult extends Result {
    /**
     * Where equations hold.
     *
     * @param solutions each with a value for the letters that were asked for
     * @param method {@code algebra}, where these are all solutions; {@code search} or {@code newton}, where they are those found
     * @param remarks what else is known: conditions, and where it was looked
     */
    record Solved(List<String> equations, List<List<Root>> solutions, String method, List<String> remarks, Span span)
            implements SolutionResult {
        public Solved {
            equations = List.copyOf(equations);
            solutions = solutions.stream().map(List::copyOf).toList();
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What a letter is worth in a solution.
     *
     * @param formula as source of the language; empty where it is known as a number only
     * @param tree the formula as the algebra has it; null where there is none
     * @param value as a number; null where letters stand in it
     * @param exact whether the formula is the value itself
     * @param plain whether the formula is a whole number or a short decimal
     */
    record Root(
            String letter,
            String formula,
            @Nullable Term tree,
            @Nullable Double value,
            boolean exact,
            boolean plain) {
        /** A value that is known as a number. */
        public static Root near(String letter, double value) {
            return new Root(letter, "", null, value, false, false);
        }
    }

    /**
     * Where inequalities hold.
     *
     * @param method {@code algebra}, where these are all solutions; {@code search}, where they are those found
     */
    record Within(
            List<String> inequalities,
            String letter,
            List<Interval> intervals,
            String method,
            List<String> remarks,
            Span span)
            implements SolutionResult {
        public Within {
            inequalities = List.copyOf(inequalities);
            intervals = List.copyOf(intervals);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * All numbers from one to another.
     *
     * @param from null where it has no beginning
     * @param to null where it has no end
     * @param withFrom whether the beginning belongs to it
     */
    record Interval(
            @Nullable Root from, boolean withFrom, @Nullable Root to, boolean withTo) {}

    /** Places where a function is flat, and the ends of where it was looked at. */
    record Turns(String kind, String of, List<TurnRow> rows, List<String> remarks, Span span)
            implements SolutionResult {
        public Turns {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * One of them.
     *
     * @param what such as {@code minimum} or {@code saddle}
     * @param test the second-derivative test, such as {@code f″ = 6 > 0}; may be empty
     */
    record TurnRow(List<Root> place, Root value, String what, String test) {
        public TurnRow {
            place = List.copyOf(place);
        }
    }

    /**
     * Where differential equations lead.
     *
     * @param letter what the time is called
     * @param names what stands in the columns
     * @param rows for each of the times a number for each name
     * @param steps how many steps led to the end
     */
    record Followed(
            String letter,
            List<String> names,
            double[] times,
            List<double[]> rows,
            int steps,
            List<String> remarks,
            Span span)
            implements SolutionResult {
        public Followed {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }
}
