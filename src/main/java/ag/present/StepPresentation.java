package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.Notation;
import ag.result.PassStep;
import ag.result.PracticeResult;
import java.util.stream.Collectors;

/** A step of the forward or of the backward pass. */
record StepPresentation(PracticeResult.Stepped stepped) implements Presentation {
    @Override
    public String kind() {
        return "step";
    }

    @Override
    public Document document(Format format) {
        String text = switch (stepped.step()) {
            case PassStep.Forward step -> "forward   " + forward(step, format);
            case PassStep.Backward step -> "backward  " + backward(stepped.of(), step, format);
        };
        return Document.of(
                new Part.Line(Phrase.dim(stepped.number() + "/" + stepped.count() + "  "), Phrase.plain(text)));
    }

    private static String forward(PassStep.Forward step, Format format) {
        String value = format.number(step.value());
        if (step.given()) {
            return step.name() + " = " + value + ", an input";
        }
        String operands = step.operands().stream()
                .map(operand -> operand.name() + " = " + format.number(operand.value()))
                .collect(Collectors.joining(", ", "   where ", ""));
        return made(step) + " = " + value + operands;
    }

    static String made(PassStep.Forward step) {
        return plain(step.name()).equals(plain(step.expression()))
                ? step.name()
                : step.name() + " = " + step.expression();
    }

    /** What was typed and what is printed may differ in this much alone. */
    private static String plain(String formula) {
        return formula.replace(" ", "").replace('·', '*');
    }

    /** How a gradient comes about: {@code ∂L/∂t1 = ∂L/∂t2·∂t2/∂t1 = 7·1 = 7}. */
    static String backward(String of, PassStep.Backward step, Format format) {
        String left = Notation.derivative(of, step.node());
        if (step.contributions().isEmpty()) {
            return left + " = 1";
        }
        String names = step.contributions().stream()
                .map(use -> Notation.derivative(of, use.user())
                        + "·"
                        + (use.rule().isEmpty() ? Notation.derivative(use.user(), step.node()) : use.rule()))
                .collect(Collectors.joining(" + "));
        String numbers = step.contributions().stream()
                .map(use -> operand(use.gradient(), format) + "·" + operand(use.factor(), format))
                .collect(Collectors.joining(" + "));
        return left + " = " + names + " = " + numbers + " = " + format.number(step.gradient());
    }

    /** A number within a formula: in parentheses where it is negative. */
    static String operand(double x, Format format) {
        String text = format.number(x);
        return x < 0 ? "(" + text + ")" : text;
    }

    @Override
    public Data.Fields data() {
        Data.Fields place = QuestionPresentation.place(stepped.of(), stepped.number(), stepped.count());
        return switch (stepped.step()) {
            case PassStep.Forward step -> named(place, step).number("value", step.value());
            case PassStep.Backward step ->
                named(place, step)
                        .items(
                                "contributions",
                                step.contributions(),
                                use -> Data.Fields.NONE
                                        .text("from", use.user())
                                        .number("grad", use.gradient())
                                        .number("local", use.factor()))
                        .number("grad", step.gradient());
        };
    }

    static Data.Fields named(Data.Fields place, PassStep step) {
        return switch (step) {
            case PassStep.Forward forward ->
                place.text("pass", "forward").text("name", forward.name()).text("expression", forward.expression());
            case PassStep.Backward backward -> place.text("pass", "backward").text("name", backward.node());
        };
    }
}
