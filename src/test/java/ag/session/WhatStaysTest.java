package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.interpreter.Interpreter;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Input;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.NetworkResult;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a statement leaves behind: a session that ran it is compared with one that never did, by all names with their values and
 * gradients, the random numbers, the settings, and by what both answer afterwards.
 */
final class WhatStaysTest {
    private static final String BEFORE = """
        let a = 2, b = [1, 2, 3], W = [[1, 2], [3, 4]]
        k = 3
        f(x) = tanh(a*x)^2
        g(x) = if x > 0 then a*x^2 else -x
        deep(n) = if n == 0 then a else 1 + deep(n - 1)
        sneaky(x) = { set a = x; x }
        L = f(1) + a*sum(b^2) + sum(W @ [1, a])
        Y = g(a)
        S = sort(b*a)
        D = grad(L, a)
        C = detach(L)
        seed 5
        r = random()
        words = ["x", "y"]
        data d { 0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0 }
        mlp net { input 2; layer 3 tanh; layer 1 }
        train net on d { loss mse; optimizer adam(lr = 0.01); epochs 3 }
        backward L
        """;

    /** Asked of both sessions afterwards: that all of the machinery still works, and draws the same random numbers. */
    private static final String AFTERWARDS = """
        grad L
        backward L
        check f(0.3) + Y
        [g(1), g(-1), deep(20), tanh'(0.7), 1/0]
        set a = -1.5, b = [3, 1, 2]
        [L, Y, S, D, C]
        grad(L, [a, b, W])
        for i in 0..<2 { Z = g(a + i) }
        set a = 0.5
        Z
        [random(), normal(0, 1)]
        train net on d { loss mse; optimizer adam(lr = 0.01); epochs 2 }
        sum(net.parameters)
        explain tanh(a)*b[0]
        """;

    /** A session whose running statement can be ended at its n-th chance. */
    private static final class Watched {
        private final List<Result> results = new ArrayList<>();
        private final Workspace workspace;
        private final Interpreter interpreter;
        private long chances = Long.MAX_VALUE;

        Watched(Path folder) {
            Host files = ThisMachine.host((path, _) -> folder.resolve(path));
            workspace = new Workspace(results::add, files, this::check);
            workspace.answersFrom(_ -> Optional.empty());
            interpreter = new Interpreter(workspace, new StandardLanguage());
        }

        private void check(Span span, int nodes) {
            if (--chances == 0) {
                throw new Stopped(new Diagnostic(ErrorCode.INTERRUPTED, "interrupted after " + nodes, span, ""));
            }
        }

        /** Runs a program as a session does; whether it ended well. */
        boolean run(String program) {
            try {
                interpreter.run(new SourceText("test", program));
                return true;
            } catch (AgException mistake) {
                return false;
            }
        }

        boolean interrupted(String program, long chance) {
            chances = chance;
            try {
                return !run(program);
            } finally {
                chances = Long.MAX_VALUE;
            }
        }

        List<String> shown() {
            JsonPrinter printer = new JsonPrinter(false);
            List<String> lines = results.stream()
                    .filter(result ->
                            !(result instanceof NetworkResult.Trained) && !(result instanceof NetworkResult.Progress))
                    .map(printer::line)
                    .toList();
            results.clear();
            return lines;
        }

        /** Everything there is to know about it. */
        List<String> dump() {
            List<String> all = new ArrayList<>();
            for (Result.Defined name : interpreter.definitions()) {
                all.add(name.name() + ": " + name.role() + " " + text(name.value()));
            }
            for (Input input : workspace.inputs().all()) {
                all.add(input.name() + ".grad: " + Arrays.toString(input.accumulated()) + " of " + input.size());
            }
            all.add("fault: " + Objects.toString(workspace.tape().fault()));
            all.add("recording: " + workspace.evaluation().isRecording());
            all.add("random: " + workspace.randomNow().copy().random());
            return all;
        }

        /** How many nodes there are when what nobody can reach has been dropped. */
        int nodes() {
            interpreter.release();
            return workspace.tape().size();
        }

        private static String text(Plain value) {
            return new Format(17).text(value);
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void viewsLeaveNothing(String statement, @TempDir Path folder) {
        Watched watched = session(folder);
        assertThat(watched.run(statement)).as("it works").isTrue();
        sameAsOneThatNeverRanIt(watched, folder);
    }

    /** What shows something, and what asks for it twice, in a function or in a block, changes nothing. */
    static Stream<String> views() {
        return Stream.of("""
            L
            L^2 + a
            [q*a for q in b if q > a]
            grad L
            grad L wrt a, b
            grad(L, a)
            grad(grad(L, a), a)
            f'(0.5)
            f''(a)
            hessian(f, 0.5)
            jacobian(S, b)
            jvp(f, 0.5, 1)
            vjp(f, 0.5, 1)
            check L
            check L wrt a
            check f(0)
            trace L
            explain L wrt a
            explain tanh(a)*b[0] wrt b
            derive L
            derive f
            derive f to "f.tex"
            nudge a by 0.1
            nudge b by [0.1, 0, 0]
            explain f at 3
            trace f' at 2
            graph L at a = 5
            grad L at a = 5 wrt b
            nudge f at 0.5 by 0.1
            compare z^2 + a at z = 3
            explore f at 1 to "page.html"
            derive f at 0.5
            practice f at 1
            check f at 1
            compare L wrt a
            compare Y
            guess grad(L, a) = 3
            graph L
            graph L to "g.svg"
            graph net
            step f(1)
            practice f(1)
            plot f, f' for x in -3..3
            plot loss of net
            plot boundary of net on d
            plot a^2 to "l.svg"
            explore L to "page.html"
            print L, Y, "{a + 1}"
            assert L > 0
            assert a ≈ 2 within 1e-9
            summary net
            save net to "net.ag.json"
            export net to "net.onnx"
            test "nothing" { assert a > 0 }
            test "fails" { assert a < 0 }
            test "is wrong" { suppose tanh'(x) = 1 { b[3] } }
            net([1, 2])
            accuracy(net, d)
            deep(50)
            if a > 1 { grad L }
            repeat 3 { L }
            for i in 0..<3 { g(i) }
            suppose tanh'(x) = 1 { check L }
            suppose tanh'(x) = 1 { grad L; trace L; explain L wrt a; compare L wrt a; step f(1) }
            suppose tanh'(x) = 1 { suppose tanh'(x) = x { check L }; guess grad(L, a) = 3 }
            suppose tanh'(x) = k*x { practice f(1); graph L; derive f; nudge a by 0.1 }
            suppose tanh'(x) = 1 { if a > 1 { grad(L, a) } }
            set a = 2
            set a = 5; set a = 2
            """.split("\n"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatFailsLeavesNothing(String statement, @TempDir Path folder) {
        Watched watched = session(folder);
        assertThat(watched.run(statement)).as("it works").isFalse();
        sameAsOneThatNeverRanIt(watched, folder);
    }

    /** A mistake at the beginning, in the middle, in a function, in a block inside another. */
    static Stream<String> mistakes() {
        return Stream.of("""
            qqq
            L + qqq
            b[3]
            f(1, 2)
            1 + "a"
            grad b
            grad L wrt k
            grad(L, k)
            check L wrt k
            check b
            trace words
            explain L wrt k
            explain words
            derive words
            derive L wrt k
            nudge a by "x"
            nudge k by 1
            graph f at q = 2
            trace L at qq = 2
            explain L at a = words
            compare L wrt k
            guess k = 1
            guess L = 100
            explore L
            graph words
            graph L to "nowhere/g.svg"
            step words
            practice words
            plot f for x in 1..b
            plot loss of k
            plot L to "l.gif"
            explore words
            explore L to "nowhere/page.html"
            print L, qqq
            print L, b[3]
            assert L < 0
            assert a ≈ b
            import "nowhere.ag"
            seed -1
            seed 4294967296
            let p = "x"
            let q = b[3]
            q = b[3]
            q = b + W
            (p, q) = [1, 2, 3]
            set k = 3
            set L = 3
            set a = b
            set a = 5, k = 3
            set a = 5, b = [1, 2]
            set a = b[3]
            set b[3] = 1
            set [a, b] = [5, [1, 2]]
            set [a, k] = [5, 1]
            b[a^9]
            map(g, words)
            jacobian(f, "x")
            hessian(f, words)
            suppose tanh'(x) = 1 { qqq }
            suppose tanh'(x) = 1 { check L; 1 + "a" }
            suppose tanh'(x) = 1 { check L wrt k }
            suppose tanh'(x) = 1 { suppose exp'(x) = 2 { b[9] } }
            suppose tanh'(x) = 1 { explain words }
            suppose tanh'(x) = y { check L }
            suppose f'(x) = 1 { check L }
            suppose tanh'(x) = 1 { deep(-1) }
            deep(-1)
            deep("x")
            if b { L }
            repeat "x" { L }
            repeat 3 { grad L; b[3] }
            for i in k { L }
            for i in 0..<5 { b[i] }
            while b { L }
            train net on d { loss mse; optimizer sgd(lr = "x"); epochs 3 }
            train net on words { epochs 3 }
            train k on d { epochs 3 }
            train net on d { loss (p, y) -> q; epochs 3 }
            minimize L over k { steps 3 }
            minimize b over a { steps 3 }
            minimize L over a { optimizer sgd(lr = "x"); steps 3 }
            save k to "x"
            save net to "nowhere/net.ag.json"
            load net from "nowhere.ag.json"
            mlp other { input 2; layer "x" }
            data e { 1, 2 -> 3; 4 -> 5 }
            data e = 3
            """.split("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deep(50)",
                "repeat 100 { grad(L, a) }",
                "[g(i) for i in 0..<100]",
                "suppose tanh'(x) = 1 { repeat 100 { grad(L, a) } }",
                "suppose tanh'(x) = 1 { check L; deep(50) }",
                "hessian(deep, 5)",
                "S2 = [deep(i) for i in 0..<9]",
                "set a = deep(30), b = [deep(1), deep(2), deep(3)]",
                "plot g for x in -3..3",
                "test \"x\" { deep(50) }",
                "compare deep(9)",
                "guess deep(9) = 3",
                "jacobian(S, b)",
                "[p/2 for p in b]",
            })
    void whatIsInterruptedLeavesNothing(String statement, @TempDir Path folder) {
        int ended = 0;
        for (long chance : new long[] {1, 2, 3, 7, 30}) {
            Watched watched = session(folder);
            if (watched.interrupted(statement, chance)) {
                ended++;
                sameAsOneThatNeverRanIt(watched, folder);
            }
        }
        assertThat(ended).as("times it was ended").isPositive();
    }

    /** What ends a program is no failure of the test that runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "test \"x\" { repeat 100 { L } }",
                "test \"x\" { minimize (a - 1)^2 over a { optimizer sgd(lr = 1e-9); steps 1000 } }",
                "test \"x\" { train net on d { epochs 1000 } }"
            })
    void interruptionsEndTests(String statement, @TempDir Path folder) {
        Watched watched = session(folder);
        assertThat(watched.interrupted(statement, 30)).isTrue();
        assertThat(watched.shown()).noneMatch(line -> line.contains("\"passed\""));
    }

    private static void sameAsOneThatNeverRanIt(Watched watched, Path folder) {
        Watched other = session(folder);
        watched.shown();
        assertThat(watched.dump()).isEqualTo(other.dump());
        assertThat(watched.nodes()).isLessThanOrEqualTo(other.nodes());
        assertThat(watched.run(AFTERWARDS)).isTrue();
        assertThat(other.run(AFTERWARDS)).isTrue();
        assertThat(watched.shown()).isEqualTo(other.shown());
        assertThat(watched.dump()).isEqualTo(other.dump());
    }

    private static Watched session(Path folder) {
        Watched session = new Watched(folder);
        assertThat(session.run(BEFORE)).isTrue();
        session.shown();
        return session;
    }
}
