package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.List;

/** Roots by their signs: {@code √sin x} and {@code √f(x)} are taken of what the function gives. */
final class Roots {
    private Roots() {}

    /** Whether a root is taken of a function that is not called yet. */
    static boolean ofFunction(Expr.Call root, Words words) {
        return root.arguments().size() == 1
                && "√∛".contains(root.callee().span().text())
                && root.arguments().getFirst().value() instanceof Expr.Name function
                && (words.isFunction(function) || words.meaning(function.name()) instanceof Meaning.Function);
    }

    /** {@code √f(x)}, which stands as (√f)(x), with the root around the call; any other call is itself. */
    static Expr.Call around(Expr.Call call, Words words) {
        if (!(call.callee() instanceof Expr.Call root) || !ofFunction(root, words)) {
            return call;
        }
        Expr function = root.arguments().getFirst().value();
        Span span = function.span().to(call.span());
        Expr.Call inner = new Expr.Call(function, call.arguments(), span);
        return new Expr.Call(root.callee(), List.of(new Expr.Argument(null, inner, span)), call.span());
    }
}
