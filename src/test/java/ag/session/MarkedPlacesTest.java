package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Span;
import org.junit.jupiter.api.Test;

/** A message points to the part that is wrong, which stands between «and» here, and to no more of the statement. */
final class MarkedPlacesTest {
    private static final String BEFORE = """
        let a = 2, b = 3, w = [1, 2, 3]
        L = a*b + sum(w)^2
        f(x) = a*x^2
        q(v) = sum(v^2)
        M = [[1, 2], [3, 4]]
        y1 = [1, 2, 3]
        data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1 }
        mlp net { input 2; layer 1 }
        """;

    private static final String MARKED = """
        minimize a^2 over a, «b2»
        minimize a^2 over a in «w»..3
        minimize a^2 over a in 0..«[1, 2]»
        minimize «"text"» over a
        minimize «w» over w
        minimize a^2 over a { steps «-1» }
        minimize a^2 over a { steps «1.5» }
        fit y1 ~ «nobody»*a over a
        solve x^2 = 4 for x in «3..1»
        critical «"f"»
        extrema f on «5..0»
        tangent f at «w»
        tangent f at x = «"2"»
        tangent «w» at 2
        linearize f at «[1, 2]»
        taylor f at «w» order 2
        limit f at «w»
        limit f at «"2"»
        ode y' = -«nobody», y(0) = 1 from 0 to 10
        plot f for x in «3..-3»
        check «"L"»
        check L wrt a, «L»
        grad L wrt «5»
        grad «"L"»
        grad f at «"3"»
        grad L wrt a, «nobody»
        nudge «L» by 0.01
        nudge a by «w»
        nudge a by «"1"»
        nudge f at 3 by «w»
        derive L wrt «1»
        set a = «"x"»
        set «L» = 3
        set a = «w»
        set w = «[1, 2]»
        set w[«7»] = 3
        set w[1] = «[1, 2]»
        set digits «99»
        assert «w»
        assert a ≈ 1 within «"b"»
        assert a ≈ 1 within «w»
        repeat «1.5» { a }
        repeat «w» { a }
        for i in «a» { i }
        for i in 0..«w» { i }
        while «w» { a }
        if «w» { a }
        w[«3»]
        M[0, «9»]
        M[«9», 0]
        normal_pdf(1, 0, «"s"»)
        quantile(w, «2»)
        quantile(«[]», 0.5)
        integral(f, «"0"», 1)
        integral(f, 0, «w»)
        root(f, «"0"», 1)
        linspace(0, 1, «1.5»)
        linspace(0, «w», 3)
        repeat(w, «-1»)
        inv(«[[1, 2, 3], [4, 5, 6]]»)
        det(«w»)
        solve(M, «[1, 2, 3]»)
        seed «w»
        seed «1.5»
        print a, «nobody»
        data e { 1, 2 -> 3; «1 -> 2» }
        data e { 1, «w» -> 3 }
        mlp net2 { input «0»; layer 1 }
        mlp net2 { input 2; layer «1.5» tanh }
        mlp net2 { input 2; layer 3 «nobody» }
        train net on d { optimizer sgd(lr = «w»); epochs 1 }
        accuracy(net, «w»)
        net(«[1]»)
        summary «w»
        guess grad(L, «b5») = 4
        suppose tanh'(x) = «"1"» { check L }
        hessian(f, «"1"»)
        grad(L, «5»)
        directional(q, [1, 2], «[1]»)
        practice «nobody»
        trace «"L"»
        explore «"f"» to "page.html"
        ode y' = -y, y(0) = 1 from «w» to 10
        ode y' = -y, y(0) = 1 from 0 to «"10"»
        ode y' = -y, y(«"0"») = 1 from 0 to 10
        ode y' = -y, y(0) = «"1"» from 0 to 10
        ode y' = -y, y(0) = 1 from 0 to 10 by «w»
        mlp net2 { input 2; layer 1; init uniform(0, «w») }
        minimize a^2 over a in 3..«1»
        minimize a^2 over a { optimizer «nobody»(lr = 0.1) }
        for i in [1, 2] { i + «nobody» }
        w[0] + w[1] + w[«-7»]
        """;

    @Test
    void theMessagePointsToThePart() {
        Answers answers = Answers.after(BEFORE);
        assertThat(MARKED.lines()).allSatisfy(marked -> {
            String program = marked.replace("«", "").replace("»", "");
            Span span = answers.mistake(program).orElseThrow().span();
            assertThat(span.source().text()).isEqualTo(program);
            String pointed =
                    program.substring(0, span.start()) + "«" + span.text() + "»" + program.substring(span.end());
            assertThat(pointed).isEqualTo(marked);
        });
    }
}
