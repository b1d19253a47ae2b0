package ag.lang.mistakes;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for the parts of a derivative, so that the first wrong step shows. Gives nothing away. */
final class Questions {
    private Questions() {}

    static String first(Term of, Term.Letter by) {
        DerivativeRule rule = DerivativeRule.of(of, by, false);
        String name = "first comes the " + rule.name() + ": ";
        Term inner = rule.inner();
        if (inner != null) {
            return "first comes the " + rule.name()
                    + ", with the chain rule: what is the derivative of the inner function " + text(inner) + "?";
        }
        return switch (of) {
            case Term.Sum(List<Term> terms) -> name + "what are the derivatives of " + list(terms) + "?";
            case Term.Negative(Term part) -> name + "what is the derivative of " + text(part) + "?";
            case Term.Product(List<Term> factors) -> {
                List<Term> parts = factors.stream()
                        .filter(part -> Letters.contains(part, by))
                        .toList();
                yield parts.size() == factors.size()
                        ? name + "what are the derivatives of the factors " + list(parts) + "?"
                        : name + "what is the derivative of " + text(Term.product(parts)) + "?";
            }
            case Term.Quotient(Term above, Term below) ->
                !Letters.contains(below, by)
                        ? name + "what is the derivative of " + text(above) + "?"
                        : !Letters.contains(above, by)
                                ? name + "what is the derivative of " + text(below) + "?"
                                : name + "what are the derivatives of " + list(List.of(above, below)) + "?";
            case Term.Choice choice ->
                "this goes case by case: what are the derivatives of "
                        + list(List.of(choice.then(), choice.otherwise())) + "?";
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Derivative _,
                    Term.Integral _ -> "this is done by one rule, the " + rule.name() + ": how does it go?";
        };
    }

    private static String list(List<Term> terms) {
        List<String> texts = terms.stream()
                .map(term -> text(term instanceof Term.Negative(Term of) ? of : term))
                .toList();
        return texts.size() == 1
                ? texts.getFirst()
                : texts.stream().limit(texts.size() - 1).collect(Collectors.joining(", ")) + " and " + texts.getLast();
    }

    private static String text(Term term) {
        return TextWriter.text(term);
    }
}
