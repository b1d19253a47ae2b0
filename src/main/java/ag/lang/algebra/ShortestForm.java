package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses between the forms that a sum can take: as it came, multiplied out, with a common factor in front, over one denominator, as
 * a product of factors. The one with the fewest signs is taken.
 */
final class ShortestForm {
    /** A polynomial multiplied out is taken even where a form with factors has this many fewer signs. */
    private static final int FAVOUR = 2;

    private final Normal normal;

    ShortestForm(Normal normal) {
        this.normal = normal;
    }

    /**
     * A form, and the name of the identity that leads to it.
     *
     * @param cancelled what must not be 0 for it to hold
     */
    record Form(String rule, Term term, List<Term> cancelled) {
        private long length() {
            return term.size() - (isPolynomial(term) ? FAVOUR : 0);
        }

        /** Whether it is a sum of products of numbers and powers of letters: of equals that is the form of a textbook. */
        private static boolean isPolynomial(Term term) {
            return term instanceof Term.Sum(List<Term> terms) && terms.stream().allMatch(Form::isMonomial);
        }

        private static boolean isMonomial(Term term) {
            return switch (term) {
                case Term.Num _, Term.Constant _, Term.Letter _ -> true;
                case Term.Negative(Term of) -> isMonomial(of);
                case Term.Product(List<Term> factors) -> factors.stream().allMatch(Form::isMonomial);
                case Term.Power(Term base, Term exponent) ->
                    base instanceof Term.Letter && exponent instanceof Term.Num;
                case Term.Sum _, Term.Quotient _, Term.Apply _, Term.Choice _, Term.Derivative _, Term.Integral _ ->
                    false;
            };
        }

        private int terms() {
            return term instanceof Term.Sum(List<Term> terms) ? terms.size() : 1;
        }

        private boolean isShorterThan(Form other) {
            if (length() != other.length()) {
                return length() < other.length();
            }
            boolean polynomial = isPolynomial(term);
            return polynomial == isPolynomial(other.term) ? terms() < other.terms() : polynomial;
        }
    }

    Term of(Polynomial sum) {
        Form best = best(sum);
        return again(best).orElse(best).term;
    }

    /** The form written by a double angle once more, where that is shorter: cancelling may have led to 1 - 2·sin² u. */
    Optional<Form> again(Form best) {
        if (!DoubleAngles.mayBeIn(best.term)) {
            return Optional.empty();
        }
        return DoubleAngles.of(normal.of(best.term), normal).stream()
                .flatMap(other -> other.forms(normal).stream())
                .filter(form -> form.isShorterThan(best))
                .reduce((one, next) -> next.isShorterThan(one) ? next : one);
    }

    Form best(Polynomial sum) {
        List<Form> forms = new ArrayList<>(forms(sum));
        for (DoubleAngles.Other other : DoubleAngles.of(sum, normal)) {
            forms.addAll(other.forms(normal));
        }
        Form best = forms.getFirst();
        for (Form form : forms) {
            best = form.isShorterThan(best) ? form : best;
        }
        return best;
    }

    List<Form> forms(Polynomial sum) {
        Writing writing = normal.writing();
        List<Form> forms = new ArrayList<>();
        forms.add(new Form("reorder", writing.sum(sum), List.of()));
        if (sum.count() > LongSum.PARTS) {
            return forms;
        }
        boolean opens = sum.bases().stream().anyMatch(base -> base instanceof Term.Sum);
        if (sum.isZero() || (sum.isSingle() && !opens)) {
            return forms;
        }
        forms.add(new Form("common factor", writing.addend(normal.factor(sum)), List.of()));
        withoutDenominators(sum).ifPresent(forms::add);
        Rational content = sum.content();
        if (!content.isWhole() && !sum.isSingle()) {
            Term inside = writing.sum(sum.scaled(content.reciprocal()));
            forms.add(new Form("common factor", writing.fraction(content, inside, null), List.of()));
        }
        Polynomial expanded = normal.identified(normal.expanded(sum));
        forms.add(new Form("multiply out", writing.sum(expanded), List.of()));
        Fraction fraction = Fraction.of(sum, normal);
        if (fraction.inside().isZero()) {
            return List.of(new Form("terms cancel", Term.ZERO, List.of()));
        }
        List<Term> cancelled = fraction.cancelled();
        Polynomial spread = fraction.inside().times(fraction.outside());
        forms.add(new Form(cancelled.isEmpty() ? "multiply out" : "cancel", writing.sum(spread), cancelled));
        boolean plain = !opens
                && expanded.addends().stream()
                        .allMatch(addend -> addend.powers().entrySet().stream()
                                .allMatch(factor -> factor.getKey() instanceof Term.Letter
                                        && factor.getValue().sign() > 0));
        if (plain) {
            // What is typed as a polynomial stays one.
            return forms;
        }
        String together = fraction.outside().powers().values().stream().anyMatch(exponent -> exponent.sign() < 0)
                ? "common denominator"
                : "common factor";
        Addend whole = fraction.outside().times(normal.factor(fraction.inside()));
        forms.add(new Form(cancelled.isEmpty() ? together : "cancel", writing.addend(whole), cancelled));
        conjugates(whole)
                .map(joined ->
                        new Form(cancelled.isEmpty() ? "multiply out" : "cancel", writing.addend(joined), cancelled))
                .ifPresent(forms::add);
        factored(fraction)
                .map(product -> new Form(cancelled.isEmpty() ? "factor" : "cancel", writing.addend(product), cancelled))
                .ifPresent(forms::add);
        return forms;
    }

    /** x^x·(ln(x) + 1/x): only what is above the line in each part stands in front. */
    private Optional<Form> withoutDenominators(Polynomial sum) {
        Polynomial opened = normal.expanded(sum);
        if (opened.isZero() || opened.isSingle()) {
            return Optional.empty();
        }
        Addend common = opened.common();
        Addend above = common;
        for (Map.Entry<Term, Rational> factor : common.powers().entrySet()) {
            above = factor.getValue().sign() < 0 ? above.with(factor.getKey(), Rational.ZERO) : above;
        }
        if (above.isNumber() || above.equals(common)) {
            return Optional.empty();
        }
        Term inside = normal.writing().sum(opened.times(above.reciprocal()));
        return Optional.of(
                new Form("common factor", normal.writing().addend(above.times(Addend.of(inside))), List.of()));
    }

    /** (x + 1)·(x - 1) below a line is x² - 1: the sums there multiplied out, where there are several. */
    private Optional<Addend> conjugates(Addend whole) {
        List<Term> sums = whole.powers().entrySet().stream()
                .filter(factor -> factor.getKey() instanceof Term.Sum
                        && factor.getValue().negated().isOne())
                .map(Map.Entry::getKey)
                .toList();
        if (sums.size() < 2) {
            return Optional.empty();
        }
        Addend rest = whole;
        Polynomial product = Polynomial.of(Rational.ONE);
        for (Term sum : sums) {
            rest = rest.with(sum, Rational.ZERO);
            product = product.times(normal.of(sum));
        }
        Polynomial opened = normal.expanded(product);
        return opened.isSingle()
                ? Optional.empty()
                : Optional.of(rest.times(Addend.of(normal.writing().sum(opened), Rational.ONE.negated())));
    }

    /** The fraction with its numerator as a product, where that is found. */
    private Optional<Addend> factored(Fraction fraction) {
        Addend common = fraction.inside().common();
        Polynomial rest = Divisors.primitive(fraction.inside().times(common.reciprocal()));
        Addend product = Addend.ONE;
        for (Map.Entry<Polynomial, Integer> factor : Divisors.factors(rest).entrySet()) {
            Addend one = normal.factor(factor.getKey()).primitive();
            for (int i = 0; i < factor.getValue(); i++) {
                product = product.times(one);
            }
        }
        Polynomial opened = normal.expanded(Polynomial.of(product));
        boolean same = opened.equals(rest);
        if (!same && !opened.scaled(Rational.ONE.negated()).equals(rest)) {
            return Optional.empty();
        }
        Rational number =
                same ? fraction.inside().content() : fraction.inside().content().negated();
        return Optional.of(fraction.outside().times(common).times(product).scaled(number));
    }
}
