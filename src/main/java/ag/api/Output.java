package ag.api;

import java.util.List;
import java.util.Optional;

/**
 * What a program has shown.
 *
 * @param text what {@code ag} prints for it, with an end after each line; charts as text
 * @param printed the same without the values and gradients of statements that are an expression or {@code grad}
 * @param remarks what it notes beside that, such as where a derivative does not exist
 * @param value what the last expression that stood by itself gave; empty where there was none
 * @param gradient what the last {@code grad} statement gave; empty where there was none
 */
public record Output(
        String text, String printed, List<String> remarks, Optional<Value> value, Optional<Gradient> gradient) {
    public Output {
        remarks = List.copyOf(remarks);
    }
}
