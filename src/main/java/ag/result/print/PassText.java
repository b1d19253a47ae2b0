package ag.result.print;

import ag.result.Format;
import ag.result.Result;
import java.util.stream.Collectors;

/** Writes single steps of the forward and the backward pass. */
final class PassText {
    private final Style style;
    private final Format format;

    PassText(Style style, Format format) {
        this.style = style;
        this.format = format;
    }

    String stepped(Result.Stepped stepped) {
        String place = style.dim(stepped.number() + "/" + stepped.count() + "  ");
        return place
                + switch (stepped.step()) {
                    case Result.ForwardStep step -> "forward   " + forward(step);
                    case Result.BackwardStep step -> "backward  " + Visible.of(backward(stepped.of(), step));
                };
    }

    private String forward(Result.ForwardStep step) {
        String value = format.number(step.value());
        if (step.given()) {
            return Visible.of(step.name()) + " = " + value + ", an input";
        }
        String operands = step.operands().stream()
                .map(operand -> operand.name() + " = " + format.number(operand.value()))
                .collect(Collectors.joining(", ", "   where ", ""));
        return Visible.of(made(step) + " = " + value + operands);
    }

    private static String made(Result.ForwardStep step) {
        return plain(step.name()).equals(plain(step.expression()))
                ? step.name()
                : step.name() + " = " + step.expression();
    }

    /** What was typed and what is printed may differ in this much alone. */
    private static String plain(String formula) {
        return formula.replace(" ", "").replace('·', '*');
    }

    /** How a gradient comes about: {@code ∂L/∂t1 = ∂L/∂t2·∂t2/∂t1 = 7·1 = 7}. */
    String backward(String of, Result.BackwardStep step) {
        String left = style.derivative(of, step.node());
        if (step.contributions().isEmpty()) {
            return left + " = 1";
        }
        String times = style.unicode() ? "·" : "*";
        String names = step.contributions().stream()
                .map(use -> style.derivative(of, use.user())
                        + times
                        + (use.rule().isEmpty() ? style.derivative(use.user(), step.node()) : use.rule()))
                .collect(Collectors.joining(" + "));
        String numbers = step.contributions().stream()
                .map(use -> operand(use.gradient()) + times + operand(use.factor()))
                .collect(Collectors.joining(" + "));
        return left + " = " + names + " = " + numbers + " = " + format.number(step.gradient());
    }

    String question(Result.Question question) {
        String asked = switch (question.step()) {
            case Result.ForwardStep step -> made(step);
            case Result.BackwardStep step -> style.derivative(question.of(), step.node());
        };
        return style.dim(question.number() + "/" + question.count() + "  ") + Visible.of(asked) + " = ?";
    }

    String question(Result.FormulaQuestion question) {
        String number = question.number() + (question.count() == 0 ? "" : "/" + question.count());
        return style.dim(number + "  ") + Visible.of(question.asked()) + " = ?";
    }

    static String score(Result.Score score) {
        Result.Counts round = score.round();
        Result.Counts session = score.session();
        return counts(round)
                + (round.done() < score.questions() ? ", " + score.questions() + " questions in all" : "")
                + (session == null ? "" : "; in this session " + counts(session));
    }

    private static String counts(Result.Counts counts) {
        return counts.right() + " of " + counts.done() + " right at once"
                + (counts.hinted() == 0 ? "" : ", " + counts.hinted() + " with a hint")
                + (counts.skipped() == 0 ? "" : ", " + counts.skipped() + " skipped");
    }

    private String operand(double x) {
        String text = format.number(x);
        return x < 0 ? "(" + text + ")" : text;
    }
}
