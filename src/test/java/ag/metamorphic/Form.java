package ag.metamorphic;

import java.util.List;

/**
 * A way to give the name {@code y} the value of an expression.
 *
 * @param template the statements, with {@code E} for the expression
 */
record Form(String name, String template) {
    static final List<Form> ALL = List.of(
            new Form("named", "y = E"),
            new Form("named twice", "w = E; y = w"),
            new Form("let", "let y = E"),
            new Form("called", "same(x) = x; y = same(E)"),
            new Form("called by name", "same(x) = x; y = same(x = E)"),
            new Form("function", "F() = E; y = F()"),
            new Form("function of the inputs", "F(a, b, v, n, M) = E; y = F(a, b, v, n, M)"),
            new Form("standard value", "F(x = E) = x; y = F()"),
            new Form("block", "F() = { w = E; w }; y = F()"),
            new Form("block of the inputs", "F(a, b, v, n, M) = { w = E; z = w; z }; y = F(a, b, v, n, M)"),
            new Form("block that sets", "let s = 1; F() = { w = E; set s = 2; w }; y = F()"),
            new Form("choice in a block", "F() = { if true { w = E } else { w = 0 }; w }; y = F()"),
            new Form("loop in a block", "F() = { for k in 0..<1 { w = E }; w }; y = F()"),
            new Form("item in a block", "F() = { for x in [E] { w = x }; w }; y = F()"),
            new Form("pair in a block", "F() = { (w, z) = [E, 1]; w }; y = F()"),
            new Form("closure", "F(k) = { G(j) = E; G }; g = F(0); y = g(0)"),
            new Form("closure over a value", "F(k) = { w = E; G(j) = w; G }; g = F(0); y = g(0)"),
            new Form("closure over an argument", "F(w) = { G(j) = w; G }; g = F(E); y = g(0)"),
            new Form("closure in a list", "F(k) = { w = E; G(j) = w; [G, 1] }; g = F(0)[0]; y = g(0)"),
            new Form("function that calls one", "F(k) = E; G(k) = F(k); y = G(0)"),
            new Form("function passed on", "F(k) = E; call(f, k) = f(k); y = call(F, 0)"),
            new Form("map", "F(k) = E; l = map(F, [0]); y = l[0]"),
            new Form("comprehension", "l = [E for k in [0]]; y = l[0]"),
            new Form("source of a comprehension", "l = [x for x in [E]]; y = l[0]"),
            new Form("list", "l = [E, E]; y = l[0]"),
            new Form("conditional", "y = if true then E else 0"),
            new Form("statement in if", "if true { y = E }"),
            new Form("statement in repeat", "repeat 1 { y = E }"),
            new Form("statement in for", "for k in 0..<1 { y = E }"),
            new Form("item of a for", "for x in [E] { y = x }"),
            new Form("item in a function of a for", "for x in [E] { F() = x; y = F() }"),
            new Form("numbered item of a for", "for (k, x) in enumerate([E]) { y = x }"),
            new Form("unpacked", "(y, z) = [E, 1]"),
            new Form("unpacked again", "(w, z) = [[E, 1], 1]; (y, z) = w"),
            new Form("zipped", "for (x, z) in zip([E], [1]) { y = x }"));

    String of(String expression) {
        return template.replaceAll("\\bE\\b", java.util.regex.Matcher.quoteReplacement(expression));
    }
}
