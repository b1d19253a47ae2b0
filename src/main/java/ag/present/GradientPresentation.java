package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.Notation;
import ag.result.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A value with its gradient: on one line where all are numbers, each on its own line where some are vectors or matrices. */
record GradientPresentation(DerivativeResult.Gradient gradient) implements Presentation {
    @Override
    public String kind() {
        return "grad";
    }

    @Override
    public Document document(Format format) {
        String value = gradient.of() + " = " + format.number(gradient.value());
        if (gradient.slopes().stream().allMatch(slope -> slope.gradient() instanceof Plain.Real)) {
            String slopes = gradient.slopes().stream()
                    .map(slope -> left(slope) + format.text(slope.gradient()))
                    .collect(Collectors.joining("  "));
            return Document.of(new Part.Line(value + "   " + slopes));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Line(value));
        gradient.slopes().forEach(slope -> parts.add(new Part.Verbatim(left(slope), format.text(slope.gradient()))));
        return Document.of(parts);
    }

    private String left(DerivativeResult.Slope slope) {
        return Notation.derivative(gradient.of(), slope.input()) + " = ";
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", gradient.of())
                .number("value", gradient.value())
                .with("grad", slopes(gradient.slopes()));
    }

    static Data slopes(List<DerivativeResult.Slope> slopes) {
        return Data.Fields.of(slopes, DerivativeResult.Slope::input, slope -> new Data.Value(slope.gradient()));
    }
}
