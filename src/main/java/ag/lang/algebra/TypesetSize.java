package ag.lang.algebra;

import java.util.List;

/**
 * About how much room a formula takes when a browser typesets its MathML: enough for a picture to leave that room, as what stands beyond
 * the edge of a picture is not seen.
 */
final class TypesetSize {
    private static final double RAISED = 0.4;
    private static final double BRACKETS = 1.2;
    private static final double MARGIN = 0.4;
    private static final int SIGN_AND_BRACKETS = 5;

    private TypesetSize() {}

    /** In lines of text. */
    static double height(Term term) {
        return switch (term) {
            case Term.Num _, Term.Constant _, Term.Letter _ -> 1;
            case Term.Sum(List<Term> terms) -> tallest(terms);
            case Term.Product(List<Term> factors) -> tallest(factors);
            case Term.Quotient(Term above, Term below) -> height(above) + height(below);
            case Term.Power(Term base, Term exponent) -> height(base) + RAISED * height(exponent);
            case Term.Negative(Term of) -> height(of);
            case Term.Apply apply -> BRACKETS * tallest(apply.operands()) + MARGIN;
            case Term.Choice choice -> height(choice.then()) + height(choice.otherwise());
            case Term.Derivative(Term of, Term.Letter _) -> Math.max(2, height(of));
            case Term.Integral integral ->
                Math.max(2, height(integral.of())) + RAISED * (height(integral.from()) + height(integral.to()));
        };
    }

    private static double tallest(List<Term> terms) {
        return terms.stream().mapToDouble(TypesetSize::height).max().orElse(1);
    }

    /** In letters. */
    static int width(Term term) {
        return switch (term) {
            case Term.Num number -> TextWriter.number(number).length();
            case Term.Constant _ -> 1;
            case Term.Letter letter -> letter.name().length();
            case Term.Sum(List<Term> terms) -> inARow(terms);
            case Term.Product(List<Term> factors) -> inARow(factors);
            case Term.Quotient(Term above, Term below) -> Math.max(width(above), width(below)) + 1;
            case Term.Power(Term base, Term exponent) -> width(base) + width(exponent) + 2;
            case Term.Negative(Term of) -> width(of) + 1;
            case Term.Apply apply -> apply.operation().symbol().length() + inARow(apply.operands()) + 2;
            case Term.Choice choice ->
                Math.max(width(choice.then()), width(choice.otherwise()))
                        + TextWriter.text(choice.condition()).length()
                        + SIGN_AND_BRACKETS;
            case Term.Derivative(Term of, Term.Letter _) -> width(of) + SIGN_AND_BRACKETS;
            case Term.Integral integral ->
                width(integral.of()) + Math.max(width(integral.from()), width(integral.to())) + SIGN_AND_BRACKETS;
        };
    }

    /** With a sign and perhaps brackets at each. */
    private static int inARow(List<Term> terms) {
        return terms.stream().mapToInt(term -> width(term) + 3).sum();
    }
}
