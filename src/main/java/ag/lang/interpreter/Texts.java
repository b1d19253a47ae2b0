package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Plains;
import java.util.List;

/** Runs texts with values in them. */
final class Texts {
    private Texts() {}

    /** A piece of a text. */
    sealed interface Part {}

    record Plain(String text) implements Part {}

    record Inserted(Code value) implements Part {}

    /** {@code "loss {L}"}. */
    record Insertion(List<Part> parts) implements Code {
        @Override
        public Datum run(Frame frame) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                switch (part) {
                    case Plain plain -> text.append(plain.text);
                    case Inserted inserted -> {
                        Datum value = inserted.value.run(frame);
                        text.append(frame.machine.format.text(Plains.of(frame.machine.workspace, value)));
                    }
                }
            }
            return new Datum.Text(text.toString());
        }
    }
}
