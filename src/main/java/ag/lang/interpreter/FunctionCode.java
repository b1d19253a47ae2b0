package ag.lang.interpreter;

import ag.lang.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function of the user's, ready to run.
 *
 * @param signature how it is called, such as {@code f(x, k = 2)}
 * @param parameters their names; each has the slot of its place in the list
 * @param standards for each parameter the code of its value when left out, or null
 * @param frameSize how many local names it has, parameters included
 * @param names the global names it uses
 */
public record FunctionCode(
        String name,
        String signature,
        List<String> parameters,
        List<@Nullable Code> standards,
        Code body,
        int frameSize,
        Set<Cell> names,
        Span span) {}
