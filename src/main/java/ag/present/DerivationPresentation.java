package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import ag.lang.algebra.Term;
import ag.result.Format;
import ag.result.FormulaResult;
import ag.result.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A derivative as a formula, with the steps that lead to it. */
record DerivationPresentation(FormulaResult.Derived derived) implements Presentation {
    @Override
    public String kind() {
        return "derive";
    }

    @Override
    public Document document(Format format) {
        List<Part> parts = new ArrayList<>();
        Part.Rules rules = new Part.Rules(derived.way(), derived.start(), derived.steps(), derived.implicit());
        Derivation derivation = derived.derivation();
        parts.add(derivation == null ? rules : new Part.Steps(derivation, derived.value() != null, rules));
        Double value = derived.value();
        String number =
                value == null || derived.formula().equals(format.number(value)) ? "" : " = " + format.number(value);
        Term tree = derived.trees().size() == 1 ? derived.trees().getFirst() : null;
        String text = left() + " = " + derived.formula() + number;
        String typed = isFunction() ? left() + " =" : "";
        parts.add(new Part.Formula(List.of(new Part.Equation(text, typed, tree, number.strip()))));
        return Document.of(parts);
    }

    private String latex() {
        return derived.trees().size() == 1
                ? LatexWriter.text(derived.trees().getFirst())
                : derived.trees().stream()
                        .map(LatexWriter::text)
                        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    }

    /** What the derivative is called. */
    private String left() {
        if (derived.implicit()) {
            return derived.quotient();
        }
        if (derived.value() != null) {
            return Notation.derivative(derived.of(), derived.input());
        }
        return isFunction() ? derived.of() + "'(" + derived.input() + ")" : derived.start();
    }

    /** Whether the derivative is that of a function with a name, and a function too. */
    private boolean isFunction() {
        return !derived.implicit()
                && derived.value() == null
                && isName(derived.of())
                && !derived.of().equals(derived.input());
    }

    /** The name of a function, primes included. */
    private static boolean isName(String text) {
        return !Character.isDigit(text.codePointAt(0))
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_'".indexOf(c) >= 0);
    }

    @Override
    public Data.Fields data() {
        Data.Fields fields = Data.Fields.NONE
                .text("of", derived.of())
                .text("input", derived.input())
                .text("formula", derived.formula())
                .text("latex", latex());
        return (derived.way().isEmpty() ? fields : fields.text("way", derived.way()))
                .number("value", derived.value())
                .items(
                        "steps",
                        derived.steps(),
                        step -> Data.Fields.NONE.text("rule", step.rule()).text("expression", step.expression()));
    }
}
