package ag.lang.statements;

import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Frame;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.numeric.Newton;
import ag.numeric.RootSearch;
import ag.result.Format;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds by numbers where equations hold, and says where it has looked. */
final class NumericSolutions {
    private static final double REACH = 10;
    private static final double FAR = 1000;
    private static final int STARTS = 200;

    /** Two solutions that differ by less, relative to their size, are one. */
    private static final double SAME = 1e-7;

    private static final Format ROUGH = new Format(1);

    private final Frame frame;
    private final List<Cell> letters;
    private final List<Unknowns.Sides> sides;
    private final Span span;

    NumericSolutions(Frame frame, List<Cell> letters, List<Unknowns.Sides> sides, Span span) {
        this.frame = frame;
        this.letters = letters;
        this.sides = sides;
        this.span = span;
    }

    /** At how many roots it is checked that the equation is what it seems there. */
    private static final int MOST_ASKED = 20;

    /** All roots of one equation in a range. */
    SolutionResult.Solved roots(Ends.@Nullable Range range) {
        Unknowns curve = new Unknowns(frame, letters, sides, span);
        String letter = letters.getFirst().name;
        double low = range == null ? -REACH : range.low();
        double high = range == null ? REACH : range.high();
        RootSearch.Outcome found = curve.trying(() -> RootSearch.between(curve, low, high));
        if (range == null && found.roots().isEmpty() && !found.everywhere()) {
            RootSearch.Outcome farther = curve.trying(() -> RootSearch.between(curve, -FAR, FAR));
            return solved(letter, farther, Ends.Range.of(-FAR, FAR, "-1000..1000"), true);
        }
        found.roots().stream().limit(MOST_ASKED).forEach(root -> curve.ask(root.x()));
        Ends.Range searched = range == null ? Ends.Range.of(low, high, "-10..10") : range;
        return solved(letter, found, searched, range == null);
    }

    /** Looks at solutions that algebra has found: it derives by rules that hold almost everywhere. */
    void ask(SolutionResult.Solved solved) {
        Unknowns curve = new Unknowns(frame, letters, sides, span);
        solved.solutions().stream()
                .map(solution -> solution.getFirst().value())
                .filter(Objects::nonNull)
                .limit(MOST_ASKED)
                .forEach(curve::ask);
    }

    private SolutionResult.Solved solved(String letter, RootSearch.Outcome found, Ends.Range range, boolean chosen) {
        List<String> remarks = new ArrayList<>();
        if (found.everywhere()) {
            remarks.add("it holds wherever it was looked at in " + range.text());
        } else if (found.roots().isEmpty()) {
            remarks.add("no solution found in " + range.text());
        }
        if (found.roots().stream().anyMatch(RootSearch.Root::touches)) {
            String touched = found.roots().stream()
                    .filter(RootSearch.Root::touches)
                    .map(root -> letter + " ≈ " + Solving.number(root.x()))
                    .collect(Collectors.joining(", "));
            remarks.add("at " + touched + " the two sides only touch, as far as their digits tell");
        }
        remarks.add("searched by numbers in " + range.text() + " only; of roots nearer together than "
                + ROUGH.number(found.step()) + " some may be missing");
        if (chosen) {
            remarks.add("to look elsewhere: " + span.text().strip() + elsewhere(letter));
        }
        List<List<SolutionResult.Root>> roots = found.roots().stream()
                .map(root -> List.of(SolutionResult.Root.near(letter, root.x())))
                .toList();
        return new SolutionResult.Solved(equations(), roots, "search", remarks, span);
    }

    private String elsewhere(String letter) {
        return (span.text().contains(" for ") ? "" : " for " + letter) + " in 10..100";
    }

    /** Solutions of several equations, from where the letters stand and from other places. */
    SolutionResult.Solved system(Ends.@Nullable Range range) {
        Unknowns equations = new Unknowns(frame, letters, sides, span);
        if (sides.size() != letters.size()) {
            throw new ag.lang.source.AgException(
                    ErrorCode.WHICH_LETTER,
                    sides.size() + " equations in " + letters.size() + (letters.size() == 1 ? " letter" : " letters")
                            + " are solved only where algebra can",
                    span,
                    "give as many equations as letters");
        }
        double low = range == null ? -REACH : range.low();
        double high = range == null ? REACH : range.high();
        double[] stand = letters.stream()
                .mapToDouble(letter -> Unknowns.present(frame.machine, letter))
                .toArray();
        boolean stands = Unknowns.isFinite(stand);
        List<double[]> found = new ArrayList<>();
        List<Newton.Outcome> missed = new ArrayList<>();
        equations.trying(() -> {
            if (stands) {
                keep(Newton.solve(equations, stand), found, missed);
            }
            if (!stands || range != null) {
                for (int i = 0; i < STARTS; i++) {
                    Newton.Outcome outcome = Newton.solve(equations, start(i, letters.size(), low, high));
                    if (range == null || Arrays.stream(outcome.x()).allMatch(range::contains)) {
                        keep(outcome, found, missed);
                    }
                }
            }
            return found;
        });
        return system(found, missed, range, stands && range == null);
    }

    private SolutionResult.Solved system(
            List<double[]> found, List<Newton.Outcome> missed, Ends.@Nullable Range range, boolean once) {
        List<String> remarks = new ArrayList<>();
        if (found.isEmpty()) {
            remarks.add("no solution found");
            missed.stream()
                    .min(java.util.Comparator.comparingDouble(Newton.Outcome::residual))
                    .ifPresent(nearest -> remarks.add("the nearest it came: " + written(nearest.x())
                            + ", where the sides differ by " + Solving.number(nearest.residual())));
        }
        String names = letters.stream().map(letter -> letter.name).collect(Collectors.joining(", "));
        remarks.add(
                once
                        ? "searched from where " + names
                                + " stand; from elsewhere there may be other solutions: add for " + names
                                + " in -10..10"
                        : "searched from " + STARTS + " places in " + (range == null ? "-10..10" : range.text())
                                + "; there may be other solutions");
        found.sort(Arrays::compare);
        List<List<SolutionResult.Root>> roots = new ArrayList<>();
        for (double[] x : found) {
            List<SolutionResult.Root> one = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                one.add(SolutionResult.Root.near(letters.get(i).name, x[i]));
            }
            roots.add(one);
        }
        return new SolutionResult.Solved(equations(), roots, "newton", remarks, span);
    }

    private String written(double[] x) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            parts.add(letters.get(i).name + " ≈ " + Solving.number(x[i]));
        }
        return String.join(", ", parts);
    }

    private static void keep(Newton.Outcome outcome, List<double[]> found, List<Newton.Outcome> missed) {
        if (!outcome.converged()) {
            missed.add(outcome);
        } else if (found.stream().noneMatch(other -> isSame(other, outcome.x()))) {
            found.add(outcome.x());
        }
    }

    static boolean isSame(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > SAME * Math.max(1, Math.abs(a[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Places that fill the range evenly: multiples of powers of the root of x^(d+1) = x + 1, as in Roberts' sequence. */
    static double[] start(int number, int letters, double low, double high) {
        double root = 2;
        for (int i = 0; i < 60; i++) {
            root = ag.engine.Elementary.pow(1 + root, 1.0 / (letters + 1));
        }
        double[] start = new double[letters];
        double step = 1;
        for (int i = 0; i < start.length; i++) {
            step /= root;
            double place = 0.5 + step * (number + 1);
            start[i] = low + (high - low) * (place - Math.floor(place));
        }
        return start;
    }

    private List<String> equations() {
        return sides.stream().map(one -> one.span().text().strip()).toList();
    }
}
