package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Datum;
import ag.numeric.RootSearch;
import ag.result.Format;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code solve x^2 < 4}: the stretches in which one inequality, or several together, hold for one letter. Between places where
 * the sides are equal, or have no value, it is enough to look once.
 */
record Inequalities(
        List<One> all,
        List<Cell> names,
        List<Expr.Name> named,
        @Nullable Ends ends,
        Span span) implements Code {
    private static final double REACH = 10;
    private static final double NEAR = 1e-9;
    private static final int SAMPLES = 512;
    private static final int HALVINGS = 60;
    private static final Set<Expr.BinaryOperator> SIGNS = Set.of(
            Expr.BinaryOperator.LESS,
            Expr.BinaryOperator.LESS_OR_EQUAL,
            Expr.BinaryOperator.GREATER,
            Expr.BinaryOperator.GREATER_OR_EQUAL);

    /** One inequality: its sides, and how they are compared. */
    private record One(Unknowns.Sides sides, LocalText text, Expr.BinaryOperator sign) {}

    static boolean isOne(Expr expression) {
        return expression instanceof Expr.Binary binary
                && (SIGNS.contains(binary.operator())
                        || (binary.operator() == Expr.BinaryOperator.AND
                                && isOne(binary.left())
                                && isOne(binary.right())));
    }

    static Code compile(SolutionStatement.Solve solve, StatementCompiler compiler, Scope scope) {
        List<Expr.Binary> found = new ArrayList<>();
        for (Expr each : solve.equations()) {
            if (!isOne(each)) {
                throw new AgException(
                        ErrorCode.NOT_AN_UNKNOWN,
                        "an equation and an inequality are not solved together",
                        each.span(),
                        "solve the equation first, and look which of its solutions the inequality lets through");
            }
            collect((Expr.Binary) each, found);
        }
        List<One> all = new ArrayList<>();
        Set<Cell> names = new java.util.LinkedHashSet<>();
        for (Expr.Binary one : found) {
            Unknowns.Sides sides = new Unknowns.Sides(
                    compiler.expressions().compile(one.left(), scope),
                    compiler.expressions().compile(one.right(), scope),
                    one.span());
            Expr read = new Expr.Equation(
                    compiler.expressions().read(one.left(), scope),
                    compiler.expressions().read(one.right(), scope),
                    one.span());
            all.add(new One(sides, LocalText.ofRead(read, compiler.expressions(), scope), one.operator()));
            names.addAll(compiler.namesIn(one.left(), scope));
            names.addAll(compiler.namesIn(one.right(), scope));
        }
        Ends ends = solve.range() == null ? null : Ends.of(solve.range(), compiler, scope);
        return new Inequalities(all, List.copyOf(names), solve.unknowns(), ends, solve.span());
    }

    private static void collect(Expr.Binary of, List<Expr.Binary> found) {
        if (of.operator() == Expr.BinaryOperator.AND) {
            collect((Expr.Binary) of.left(), found);
            collect((Expr.Binary) of.right(), found);
        } else {
            found.add(of);
        }
    }

    @Override
    public Datum run(Frame frame) {
        Cell letter = letter(frame);
        Ends.@Nullable Range range = ends == null ? null : ends.at(frame);
        frame.machine.workspace.show(exact(frame, letter, range).orElseGet(() -> byNumbers(frame, letter, range)));
        return Loops.NOTHING;
    }

    private Cell letter(Frame frame) {
        Set<String> open = new TreeSet<>(Unknowns.open(names));
        named.forEach(name -> open.add(name.name()));
        boolean one = named.size() == 1 || (named.isEmpty() && open.size() == 1);
        if (!one) {
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    open.isEmpty()
                            ? "there is no letter to solve for"
                            : "inequalities are solved for one letter, and here are several: "
                                    + String.join(", ", open),
                    span,
                    open.isEmpty()
                            ? Unknowns.instead(names, 1, span.text().strip())
                                    .orElse("a letter that has no value yet is one: solve x^2 < 4")
                            : "give the others values: let " + open.iterator().next() + " = 2");
        }
        return frame.machine.globals.cell(
                named.isEmpty() ? open.iterator().next() : named.getFirst().name());
    }

    private List<String> texts() {
        return all.stream().map(one -> one.sides().span().text().strip()).toList();
    }

    // ---- by algebra

    private Optional<SolutionResult> exact(Frame frame, Cell letter, Ends.@Nullable Range range) {
        Term.Letter x = Term.letter(letter.name);
        List<Inequality> known = new ArrayList<>();
        for (One one : all) {
            Optional<Inequality> found = one.text()
                    .at(frame)
                    .flatMap(text -> text instanceof Expr.Equation equation
                            ? inequality(frame, equation, one.sign(), x, range)
                            : Optional.empty());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            known.add(found.get());
        }
        List<Solution> edges = new ArrayList<>();
        if (range != null) {
            edges.add(new Solution(range.from(), true, null));
            edges.add(new Solution(range.to(), true, null));
        }
        for (Inequality one : known) {
            for (Solution edge : one.edges()) {
                double at = edge.number().orElse(Double.NaN);
                if (Double.isNaN(at)) {
                    return Optional.empty();
                }
                if (edges.stream().noneMatch(other -> Inequality.isSame(Stretches.place(other), at))) {
                    edges.add(edge);
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Stretches::place));
        Stretches stretches = new Stretches(edges) {
            @Override
            boolean beside(double place) {
                return isIn(range, place) && known.stream().allMatch(one -> one.holdsBeside(place));
            }

            @Override
            boolean at(Solution edge, double before, double behind) {
                return (isIn(range, Stretches.place(edge)) || isEnd(range, Stretches.place(edge)))
                        && known.stream().allMatch(one -> one.holdsAt(edge, before, behind));
            }
        };
        List<String> remarks = new ArrayList<>();
        if (edges.stream().anyMatch(edge -> !edge.exact())) {
            remarks.add("ends that are no fractions or roots are rounded; there are no other solutions");
        }
        return Optional.of(shown(frame, x, stretches.found(), "algebra", remarks, range));
    }

    private Optional<Inequality> inequality(
            Frame frame, Expr.Equation equation, Expr.BinaryOperator sign, Term.Letter x, Ends.@Nullable Range range) {
        FormulaTexts reader = FormulaTexts.open(frame.machine, Set.of(x));
        Optional<Term> left = reader.read(equation.left());
        Optional<Term> right = reader.read(equation.right());
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Solving.numbers(reader.values(), List.of(x))
                        .flatMap(numbers -> Inequality.of(
                                Letters.replaced(left.get(), numbers),
                                Letters.replaced(right.get(), numbers),
                                x,
                                sign,
                                solutions -> listed(solutions, range),
                                () -> frame.machine.workspace.checkStop(span)));
    }

    private static Optional<List<Solution>> listed(List<Solution> solutions, Ends.@Nullable Range range) {
        return solutions.stream().allMatch(solution -> solution.whole() == null)
                ? Optional.of(solutions)
                : range == null ? Optional.empty() : ExactSolutions.in(range, solutions, new ArrayList<>());
    }

    private static boolean isIn(Ends.@Nullable Range range, double x) {
        return range == null || range.contains(x);
    }

    private static boolean isEnd(Ends.@Nullable Range range, double x) {
        return range != null && (Inequality.isSame(range.low(), x) || Inequality.isSame(range.high(), x));
    }

    // ---- by numbers

    private SolutionResult byNumbers(Frame frame, Cell letter, Ends.@Nullable Range given) {
        Ends.Range range = given == null ? Ends.Range.of(-REACH, REACH, "-10..10") : given;
        List<Unknowns> curves = all.stream()
                .map(one -> new Unknowns(frame, List.of(letter), List.of(one.sides()), span))
                .toList();
        List<Solution> edges = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Unknowns curve = curves.get(i);
            Expr.BinaryOperator sign = all.get(i).sign();
            curve.trying(() -> {
                RootSearch.between(curve, range.low(), range.high()).roots().forEach(root -> add(edges, root.x()));
                changes(curve, sign, range).forEach(x -> add(edges, x));
                return edges;
            });
        }
        add(edges, range.low());
        add(edges, range.high());
        edges.sort(Comparator.comparingDouble(Stretches::place));
        Stretches stretches = new Stretches(edges) {
            @Override
            boolean beside(double place) {
                return range.contains(place) && all(place);
            }

            @Override
            boolean at(Solution edge, double before, double behind) {
                // An edge is known to some digits only: it belongs to a side that is not strict.
                boolean strict = all.stream()
                        .anyMatch(one ->
                                one.sign() == Expr.BinaryOperator.LESS || one.sign() == Expr.BinaryOperator.GREATER);
                return isEnd(range, Stretches.place(edge))
                        ? all(Stretches.place(edge))
                        : !strict && isFinite(Stretches.place(edge));
            }

            private boolean all(double place) {
                for (int i = 0; i < curves.size(); i++) {
                    Unknowns curve = curves.get(i);
                    double there = curve.trying(() -> curve.value(place));
                    if (Double.isNaN(there)
                            || !Inequality.holds(Inequalities.this.all.get(i).sign(), there)) {
                        return false;
                    }
                }
                return true;
            }

            private boolean isFinite(double place) {
                return curves.stream().allMatch(curve -> Double.isFinite(curve.trying(() -> curve.value(place))));
            }
        };
        List<String> remarks = new ArrayList<>(List.of("searched by numbers in " + range.text()
                + " only; what is shorter than " + new Format(1).number((range.high() - range.low()) / SAMPLES)
                + " may be missing"));
        if (given == null) {
            remarks.add("to look elsewhere: " + span.text().strip() + " for " + letter.name + " in 10..100");
        }
        return shown(frame, Term.letter(letter.name), stretches.found(), "search", remarks, range);
    }

    private static void add(List<Solution> edges, double x) {
        // A place where the curve only touches is known to half of the digits.
        if (edges.stream().noneMatch(edge -> Math.abs(Stretches.place(edge) - x) <= NEAR * (1 + Math.abs(x)))) {
            edges.add(new Solution(Mapping.number(x), false, null));
        }
    }

    /** Where it begins or ceases to hold: at poles, jumps and ends of where there are values too. */
    private static List<Double> changes(Unknowns curve, Expr.BinaryOperator sign, Ends.Range range) {
        List<Double> found = new ArrayList<>();
        double before = range.low();
        boolean holds = holds(curve, sign, before);
        for (int i = 1; i <= SAMPLES; i++) {
            double now = range.low() + (range.high() - range.low()) * i / SAMPLES;
            boolean next = holds(curve, sign, now);
            if (next != holds) {
                double low = before;
                double high = now;
                for (int k = 0; k < HALVINGS; k++) {
                    double middle = (low + high) / 2;
                    if (holds(curve, sign, middle) == holds) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                found.add((low + high) / 2);
            }
            before = now;
            holds = next;
        }
        return found;
    }

    private static boolean holds(Unknowns curve, Expr.BinaryOperator sign, double x) {
        double there = curve.value(x);
        return !Double.isNaN(there) && Inequality.holds(sign, there);
    }

    private SolutionResult shown(
            Frame frame,
            Term.Letter letter,
            List<Stretches.Stretch> found,
            String method,
            List<String> remarks,
            Ends.@Nullable Range range) {
        Set<String> taken = FormulaTexts.taken(frame.machine);
        List<SolutionResult.Interval> intervals = found.stream()
                .map(stretch -> {
                    SolutionResult.Root from = root(taken, letter, stretch.from());
                    return new SolutionResult.Interval(
                            from,
                            stretch.withFrom(),
                            Objects.equals(stretch.to(), stretch.from()) ? from : root(taken, letter, stretch.to()),
                            stretch.withTo());
                })
                .toList();
        if (intervals.isEmpty()) {
            remarks.addFirst(range == null ? "no real solution" : "no solution in " + range.text());
        }
        return new SolutionResult.Within(texts(), letter.name(), intervals, method, remarks, span);
    }

    private static SolutionResult.@Nullable Root root(Set<String> taken, Term.Letter letter, @Nullable Solution at) {
        return at == null ? null : ExactSolutions.root(taken, letter, at.value(), at.exact());
    }
}
