package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.lang.algebra.LatexWriter;
import ag.lang.algebra.Term;
import ag.result.Format;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.List;

/** Solutions of equations, each on a line. */
record SolutionPresentation(SolutionResult.Solved solved) implements Presentation {
    @Override
    public String kind() {
        return "solve";
    }

    @Override
    public Document document(Format format) {
        List<Part> parts = new ArrayList<>();
        for (List<SolutionResult.Root> solution : solved.solutions()) {
            parts.add(new Part.Formula(solution.stream()
                    .map(root -> new Part.Equation(
                            equation(root, format),
                            root.letter() + " =",
                            root.exact() ? root.tree() : null,
                            rounded(root, format)))
                    .toList()));
        }
        solved.remarks().forEach(remark -> parts.add(new Part.Line(Phrase.dim(remark))));
        return Document.of(parts);
    }

    /** {@code ≈ 1.41421}, where the formula does not say it. */
    private static String rounded(SolutionResult.Root root, Format format) {
        Double value = root.value();
        return value == null || root.plain() || root.formula().isEmpty() ? "" : "≈ " + format.number(value);
    }

    /** {@code x = sqrt(2) ≈ 1.41421}. */
    static String equation(SolutionResult.Root root, Format format) {
        return root.letter() + (root.formula().isEmpty() ? " ≈ " : " = ") + value(root, format);
    }

    static String value(SolutionResult.Root root, Format format) {
        Double value = root.value();
        String number = value == null ? "" : format.number(value);
        if (root.formula().isEmpty()) {
            return number;
        }
        return value == null || root.plain() ? root.formula() : root.formula() + " ≈ " + number;
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .texts("equations", solved.equations())
                .text("method", solved.method())
                .items("solutions", solved.solutions(), SolutionPresentation::roots)
                .texts("remarks", solved.remarks());
    }

    /** Each letter with what it is worth. */
    static Data roots(List<SolutionResult.Root> roots) {
        return Data.Fields.of(roots, SolutionResult.Root::letter, SolutionPresentation::root);
    }

    static Data root(SolutionResult.Root root) {
        Term tree = root.tree();
        Data.Fields formula = root.formula().isEmpty()
                ? Data.Fields.NONE
                : Data.Fields.NONE
                        .text("formula", root.formula())
                        .text("latex", tree == null ? "" : LatexWriter.text(tree));
        return formula.truth("exact", root.exact()).number("value", root.value());
    }
}
