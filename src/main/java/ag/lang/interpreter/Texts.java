package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.NumberFormat;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Plains;
import ag.result.Decimals;
import ag.result.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs texts with values in them. */
final class Texts {
    private Texts() {}

    /** A piece of a text. */
    sealed interface Part {}

    record Letters(String text) implements Part {}

    record Inserted(Code value, @Nullable NumberFormat format, Span span) implements Part {
        private String text(Frame frame) {
            Datum datum = value.run(frame);
            Plain plain = Plains.of(frame.machine.workspace, datum);
            if (format == null) {
                return frame.machine.format.text(plain);
            }
            if (!(plain instanceof Plain.Real(double number))) {
                throw new AgException(
                        ErrorCode.WRONG_TYPE,
                        "'" + format.text() + "' is the format of a number, and this is " + Kinds.article(datum),
                        span,
                        "leave the format out, or put a single number between the braces");
            }
            String text = switch (format.style()) {
                case FIXED -> Decimals.fixed(number, format.precision());
                case SCIENTIFIC -> Decimals.scientific(number, format.precision());
                case GENERAL -> Decimals.general(number, format.precision());
            };
            return " ".repeat(Math.max(0, format.width() - text.length())) + text;
        }
    }

    /** {@code "loss {L}"}. */
    record Insertion(List<Part> parts) implements Code {
        @Override
        public Datum run(Frame frame) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                switch (part) {
                    case Letters letters -> text.append(letters.text);
                    case Inserted inserted -> text.append(inserted.text(frame));
                }
            }
            return new Datum.Text(text.toString());
        }
    }
}
