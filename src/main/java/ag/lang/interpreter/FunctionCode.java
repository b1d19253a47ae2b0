package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function of the program, ready to run.
 *
 * @param signature how it is called, such as {@code f(x, k = 2)}
 * @param parameters their names; each has the slot of its place in the list
 * @param standards for each parameter the code of its value when left out, or null
 * @param frameSize how many local names it has, parameters included
 * @param derived the slots of the parameters that a derivative in it is taken by
 * @param returnSlot where {@code return} leaves the result; -1 where there is none in it
 * @param names the global names it uses
 * @param text as it was written, where all names in it but its own are global
 */
public record FunctionCode(
        String name,
        String signature,
        List<String> parameters,
        List<@Nullable Code> standards,
        Code body,
        int frameSize,
        Set<Integer> derived,
        int returnSlot,
        Set<Cell> names,
        Statement.@Nullable FunctionDefinition text,
        Span span) {
    /** Whether it is an {@code x -> x^2}; then its name is what is written, in parentheses. */
    public boolean isAnonymous() {
        return name.startsWith("(");
    }

    /** What it gives, where that is one expression; null where it is not, or is not known. */
    @Nullable
    Expr formula() {
        return text != null && text.body() instanceof Statement.Formula(Expr formula) ? formula : null;
    }
}
