package ag.metamorphic;

import java.util.List;

/**
 * Expressions whose course is decided by values with history, or that take those values out of the graph on their way. Each is
 * another number before and after {@link #CHANGE}.
 */
final class Looks {
    private Looks() {}

    static final String INPUTS =
            "seed 7; let a = 1.5, b = 2.5, v = [3, 1, 2], n = 2, M = [[1, 2], [3, 4]]; c = 3; L = a^2*b + max(a, b)*c\n"
                    + "f(x) = if x > 2 then c*x^2 else -x\n"
                    + "cubic(p) = p[0]^2*p[1]*c\n"
                    + "h(p) = [p[0]*p[1], f(p[0])]\n"
                    + "halvings(x) = { k = 0; while x > 1 { x = x/2; k = k + 1 }; k }\n"
                    + "product(k) = if k <= 1 then 1 else k*product(k - 1)\n"
                    + "sorted(w) = { s = sort(w); s[0] - s[1] }\n"
                    + "branch(x) = { if x > 2 { r = x } else { r = 10x }; r }\n"
                    + "counted(x) = { s = 0; for i in 1..x { s = s + i*a }; s }\n"
                    + "repeated(x) = { s = a; repeat x { s = 2s }; s }\n"
                    + "sides(x) = { t = [x, 1]; (lo, hi) = sort(t); hi - 2lo }\n"
                    + "last(w) = { for x in sort(w) { r = x }; r }\n";

    static final String CHANGE = "set a = 4, b = -0.5, v = [1, 5, 0.5], n = 1, M = [[0, 1], [2, -1]]";

    static final String NET = "data d { 0 -> 0; 1 -> 1; 2 -> 1 }\nmlp net { input 1; layer 1; seed 3 }\n"
            + "set net.parameters = [-1, 0.5]\n";

    /** What a network and the record of its training are looked at by. */
    static final List<String> OF_NETWORKS = List.of(
            "accuracy(net, d)",
            "confusion(net, d)",
            "len(net.losses)",
            "net.losses",
            "sum(net.losses)",
            "\"{accuracy(net, d)}, {len(net.losses)}\"",
            "net(0.5)",
            "net.parameters[0]",
            "if net(2) > 0 then 1 else 2",
            "[net(x) > 0 for x in [0, 1, 2]]");

    static final String TRAIN =
            "train net on d { loss mse; optimizer sgd(0.5); epochs 5 }; set net.parameters = [3, -4]";

    static final List<String> ALL = List.of(
            "a < b",
            "a <= 2",
            "a > 2",
            "b >= a",
            "a == 4",
            "a != 4",
            "v == [1, 5, 0.5]",
            "v != [3, 1, 2]",
            "[a, [b]] == [4, [-0.5]]",
            "0 < a < 3",
            "not a < b",
            "a < b and b > 0",
            "a < b or b > 0",
            "if a < 2 then a else 10a",
            "if a < 2 then 1 else 2",
            "if a == 1.5 then 1 else a",
            "if a < 2 then \"small\" else \"large\"",
            "(if a < 2 then sin else cos)(1)",
            "(if a < 2 then f else halvings)(4a)",
            "v[n]",
            "v[0..<n]",
            "v[[n, 0]]",
            "M[n - 1]",
            "M[0, n - 1]",
            "\"abc\"[n]",
            "\"abc\"[0..n]",
            "[\"x\", \"y\", \"z\"][n]",
            "1..n",
            "sum(k*a for k in 1..n)",
            "[k*a for k in 0..<n]",
            "[x for x in v if x > 1.5]",
            "len([x for x in v if x > 1.5])",
            "f(a)",
            "halvings(4a)",
            "product(n + 2)",
            "sorted(v)",
            "branch(a)",
            "counted(n)",
            "repeated(n)",
            "sides(a)",
            "last(v)",
            "sort(v)",
            "sort(v)[0] - 2sort(v)[2]",
            "reverse(sort(v))",
            "unique([a, 4, b])",
            "len(unique([a, 4, b]))",
            "index_of(v, max(v))",
            "argmax(v)",
            "argmin(v)",
            "v[argmax(v)]",
            "append(sort(v), a)",
            "append([argmax(v)], n)",
            "concat(sort(v), [a])",
            "enumerate(sort(v))",
            "zip(sort(v), v)",
            "map(f, v)",
            "map(f, sort(v))",
            "shuffle(v, seed = n)",
            "shuffle(sort(v), seed = 1)",
            "choice(v, weights = abs(v))",
            "choice(sort(v))",
            "one_hot([n, 0, 1])",
            "one_hot([0, 1], n + 1)",
            "zeros(n)",
            "ones(n, 2)",
            "len(zeros(n))",
            "linspace(a, b, 3)",
            "linspace(0, 1, n + 1)",
            "linspace(a, 1, n + 1)",
            "\"{a}\"",
            "\"{a < b} {v}\"",
            "join([\"{a}\", \"{b}\"])",
            "chars(\"{n}\")",
            "\"{n}\" == \"2\"",
            "normal(a, 1)",
            "normal(0, abs(b))",
            "normal(a, abs(b))",
            "uniform(-abs(a), a)",
            "random()*a",
            "[normal(a, 1) for i in 0..<3]",
            "random() + if a < 2 then random() else 2random()",
            "[random() for i in 0..<3][n]",
            "sum([random() for i in 0..<n])",
            "L",
            "grad(L, a)",
            "grad(L, [a, b])",
            "grad(f(a)*b, a)",
            "grad(sum(sort(v)*[1, 2, 3]), v)",
            "f'(a)",
            "f''(a) + f'(b)",
            "abs'(b)",
            "sorted([a, b])",
            "gradient(cubic, [a, b])",
            "gradient(max, [a, b])",
            "jacobian(h, [a, b])",
            "hessian(cubic, [a, b])",
            "hessian(L, [a, b])",
            "jvp(h, [a, b], [1, 0])",
            "vjp(h, [a, b], [1, 0])",
            "make_moons(n = 2n).inputs",
            "make_moons(n = 4, seed = n).inputs",
            "make_moons(n = 4, noise = if a < 2 then 0 else 1, seed = 1).inputs",
            "make_circles(n = 2n).inputs",
            "make_blobs(n = n).inputs",
            "make_blobs(centers = n, seed = 1).inputs",
            "make_spirals(n = 2n, seed = 1).inputs",
            "make_spirals(n = 4, arms = n, seed = 1).inputs",
            "xor(4n, seed = 1).inputs",
            "len(make_moons(n = 2n))",
            "split(make_moons(n = 10, seed = 1), 1/(n + 1), seed = 1)[0].inputs",
            "standardize(make_moons(n = 2n, seed = 1)).inputs",
            "shuffle(make_moons(n = 4, seed = 1), seed = n).inputs",
            "dataset([[0, 1], [1, argmax(v)]], [1, 0]).inputs",
            "cross_entropy(v, n)",
            "softmax(sort(v))",
            "clamp(sort(v)[0], 0, a)",
            "mean(sort(v)*[1, 2, 3])",
            "prod(sort(v)[0..1])",
            "variance(sort(v)[0..1])",
            "transpose(M)[n - 1]",
            "log_softmax(v)[n]",
            "len(v[0..<n])");
}
