package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads a formula into its shortest form, one named identity after the other. */
final class SimplifyingSteps {
    /** Longer sums are not shown multiplied out before their like terms are together. */
    private static final int MOST_TERMS = 12;

    /** How much longer a form may be that shows an identity. */
    private static final int SLIGHTLY = 6;

    private static final Map<Operation, String> QUOTIENTS =
            Map.of(Operation.TAN, "tan = sin/cos", Operation.COT, "cot = cos/sin", Operation.TANH, "tanh = sinh/cosh");

    private final Runnable pause;
    private final List<Simplifier.Step> steps = new ArrayList<>();
    private Term now;
    private boolean reordered;

    SimplifyingSteps(Term start, Runnable pause) {
        this.now = start;
        this.pause = pause;
    }

    List<Simplifier.Step> all() {
        Term shortest = Simplifier.simplify(now, pause);
        add("arithmetic", Tidying.numbers(now));
        Distribution.of(now).ifPresent(sum -> add("multiply out", sum));
        addShorter("products and powers", eachTerm(now));
        Reciprocals.without(now)
                .filter(other -> Simplifier.normal(now, pause).shortest(now).size() > shortest.size())
                .ifPresent(other -> add(Reciprocals.NAME, other));
        SharedLogarithms.joined(now)
                .filter(other -> Simplifier.normal(now, pause).shortest(now).size() > shortest.size())
                .ifPresent(other -> add(SharedLogarithms.NAME, other));
        opened();
        Term together = together(now);
        boolean tangent = holds(Operation.TAN, now) && !holds(Operation.TAN, together);
        if (together.size() < now.size() && (tangent || now instanceof Term.Sum)) {
            add(tangent ? "tan = sin/cos" : "like terms", together);
        }
        identities();
        last(shortest);
        if (reordered) {
            steps.add(new Simplifier.Step("reorder", now, List.of()));
        }
        return List.copyOf(steps);
    }

    /** Multiplies out, above a line by itself, where that leads on. */
    private void opened() {
        Term above = now instanceof Term.Quotient(Term of, Term _) ? of : now;
        Term opened = opened(above);
        if (!(opened instanceof Term.Sum(List<Term> terms)) || terms.size() > MOST_TERMS) {
            return;
        }
        Term collected = together(opened);
        if (now instanceof Term.Quotient(Term _, Term below)) {
            if (collected.size() <= above.size()) {
                if (!sorted(opened).equals(sorted(above))) {
                    add("multiply out", Term.quotient(opened, below));
                }
                if (collected.size() < opened.size()) {
                    add("like terms", Term.quotient(collected, below));
                }
            }
            return;
        }
        Normal normal = Simplifier.normal(now, pause);
        if (new ShortestForm(normal).best(normal.of(now)).rule().equals("multiply out")
                && terms.stream().noneMatch(term -> term instanceof Term.Quotient)) {
            add("multiply out", opened);
        }
    }

    private Term together(Term term) {
        Normal plain = plain();
        return plain.writing().sum(plain.of(term));
    }

    /** What identities such as sin² + cos² = 1 make of it, as far as that is shorter. */
    private void identities() {
        Normal normal = Simplifier.normal(now, pause);
        Term together = normal.writing().sum(normal.of(now));
        List<String> used = normal.used();
        if (!used.isEmpty()) {
            add(String.join(", ", used), together);
        }
    }

    /** The form that the answer has: with a common factor, over one denominator, or as it is. */
    private void last(Term shortest) {
        Normal normal = Simplifier.normal(now, pause);
        Polynomial sum = normal.of(now);
        List<String> before = normal.used();
        ShortestForm forms = new ShortestForm(normal);
        ShortestForm.Form best = forms.best(sum);
        List<String> used = normal.used().stream()
                .filter(identity -> !before.contains(identity))
                .toList();
        Optional<ShortestForm.Form> again = forms.again(best);
        if (!again.orElse(best).term().equals(shortest)) {
            add(named(rule(sum, normal, shortest), shortest), shortest);
            return;
        }
        if (!used.isEmpty()) {
            // First the form in which the identity can be seen, then the identity.
            Normal plain = plain();
            ShortestForm.Form seen = new ShortestForm(plain).best(plain.of(now));
            if (seen.cancelled().isEmpty() && seen.term().size() <= now.size() + SLIGHTLY) {
                add(named(seen.rule(), seen.term()), seen.term());
            }
            add(String.join(", ", used), best.term(), best.cancelled());
        } else {
            add(named(best.rule(), best.term()), best.term(), best.cancelled());
        }
        again.ifPresent(form -> add(form.rule(), form.term()));
    }

    /** What has been written in its order may have lost more than that on the way there. */
    private String named(String rule, Term term) {
        if (isReordered(term)) {
            return "reorder";
        }
        return !rule.equals("reorder") ? rule : term instanceof Term.Sum ? "like terms" : "common factor";
    }

    /** The name of what leads from a sum to one of its forms. */
    private static String rule(Polynomial sum, Normal normal, Term form) {
        return new ShortestForm(normal)
                .forms(sum).stream()
                        .filter(one -> one.term().equals(form))
                        .map(ShortestForm.Form::rule)
                        .findFirst()
                        .orElse(form instanceof Term.Sum ? "multiply out" : "factor");
    }

    private static boolean holds(Operation operation, Term term) {
        return (term instanceof Term.Apply apply && apply.operation() == operation)
                || term.parts().stream().anyMatch(part -> holds(operation, part));
    }

    /** Whether it has the same parts as what stands now. */
    private boolean isReordered(Term term) {
        return sorted(term).equals(sorted(now));
    }

    private static String sorted(Term term) {
        Stream<String> parts = term.parts().stream().map(SimplifyingSteps::sorted);
        return switch (term) {
            case Term.Sum _ -> parts.sorted().collect(Collectors.joining(" ", "Sum(", ")"));
            case Term.Product _ -> parts.sorted().collect(Collectors.joining(" ", "Product(", ")"));
            case Term.Num _, Term.Constant _, Term.Letter _, Term.Choice _, Term.Derivative _, Term.Integral _ ->
                TextWriter.ascii(term);
            case Term.Apply(Operation operation, List<Term> _) ->
                parts.collect(Collectors.joining(" ", operation + "(", ")"));
            case Term.Quotient _ -> parts.collect(Collectors.joining(" ", "Quotient(", ")"));
            case Term.Power _ -> parts.collect(Collectors.joining(" ", "Power(", ")"));
            case Term.Negative _ -> parts.collect(Collectors.joining(" ", "Negative(", ")"));
        };
    }

    /** Numbers and powers of each term brought together, without adding up terms. */
    private Term eachTerm(Term sum) {
        Normal plain = plain();
        if (sum instanceof Term.Sum(List<Term> terms)) {
            return each(terms, plain);
        }
        return sum instanceof Term.Quotient(Term.Sum(List<Term> terms), Term below)
                ? Term.quotient(each(terms, plain), below)
                : one(sum, plain);
    }

    private static Term each(List<Term> terms, Normal plain) {
        List<Term> done = terms.stream()
                .map(term -> one(term, plain))
                .filter(term -> !term.is(0))
                .toList();
        return done.isEmpty() ? Term.ZERO : Term.sum(done);
    }

    private static Term one(Term term, Normal plain) {
        Term written = plain.writing().sum(plain.of(term));
        return written instanceof Term.Sum || written.size() > term.size() ? term : written;
    }

    /** Each term multiplied out by itself. */
    private Term opened(Term sum) {
        Normal plain = plain();
        List<Term> terms = sum instanceof Term.Sum(List<Term> several) ? several : List.of(sum);
        List<Term> all = new ArrayList<>();
        for (Term term : terms) {
            Term written = plain.writing().sum(plain.expanded(plain.of(term)));
            if (written instanceof Term.Sum(List<Term> more)) {
                all.addAll(more);
            } else {
                all.add(written);
            }
        }
        return Term.sum(all);
    }

    private Normal plain() {
        return new Normal(Simplifier.hasDecimals(now), false, pause);
    }

    private void addShorter(String rule, Term term) {
        if (isReordered(term)) {
            // Shown only where nothing else follows.
            reordered |= !term.equals(now);
            now = term;
        } else if (term.size() <= now.size()) {
            add(rule, term);
        }
    }

    /** The quotient identity that a line is written by, as it is known. */
    private Optional<String> quotient(Term term) {
        return QUOTIENTS.entrySet().stream()
                .filter(known -> holds(known.getKey(), term) && !holds(known.getKey(), now))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void add(String rule, Term term) {
        add(rule, term, List.of());
    }

    private void add(String rule, Term term, List<Term> cancelled) {
        if (!term.equals(now)) {
            steps.add(new Simplifier.Step(quotient(term).orElse(rule), term, cancelled));
            now = term;
            reordered = false;
        }
    }
}
