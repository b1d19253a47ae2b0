package ag.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ag lsp} as an editor starts it. */
@Tag("slow")
@Timeout(180)
final class LanguageServerProcessTest {
    private static final int LINES = 1000;

    @Test
    void answersOverItsStandardStreamsAndEnds() throws Exception {
        try (Editor editor = Editor.ofProcess()) {
            assertThat(editor.able().getServerInfo().getName()).isEqualTo("ag");
            editor.open("let a = 2\nL = a^2\nL + b3x\n");
            assertThat(editor.mistakes()).isNotEmpty();
            assertThat(editor.documents()
                            .hover(new HoverParams(editor.document(), editor.position("|L + ")))
                            .get()
                            .getContents()
                            .getRight()
                            .getValue())
                    .contains("L = a^2");
            assertThat(editor.end()).isZero();
        }
    }

    /** A program of a thousand lines in which something is typed before each question. */
    @Test
    void everyQuestionIsAnsweredWhileSomebodyTypes() throws Exception {
        StringBuilder program = new StringBuilder();
        for (int i = 0; i < LINES / 10; i++) {
            program.append("""
                let a%1$d = 2, b%1$d = 3
                f%1$d(x) = x^2*a%1$d + sin(x)/b%1$d
                L%1$d = (a%1$d*b%1$d + f%1$d(4))^2 - exp(-a%1$d)
                grad L%1$d
                # a remark
                if a%1$d > 3 {
                  c%1$d = [k^2 for k in 1..10 if k > 2]
                  print "{c%1$d}"
                }
                repeat 3 { set a%1$d = a%1$d - 0.1*grad(L%1$d, a%1$d) }
                """.formatted(i));
        }
        try (Editor editor = Editor.ofProcess()) {
            editor.open(program.toString());
            editor.mistakes();
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < 40; round++) {
                editor.type("# a remark", "# a remark " + round);
                String line = "L" + (50 + round % 40) + " = ";
                List<Supplier<Future<?>>> questions = List.of(
                        () -> editor.documents()
                                .completion(new CompletionParams(editor.document(), editor.position(line + "(a|"))),
                        () -> editor.documents().hover(new HoverParams(editor.document(), editor.position("|" + line))),
                        () -> editor.documents()
                                .definition(new DefinitionParams(editor.document(), editor.position(line + "(a|"))),
                        () -> editor.documents()
                                .signatureHelp(
                                        new SignatureHelpParams(editor.document(), editor.position(line + "(a|"))),
                        () -> editor.documents().documentSymbol(new DocumentSymbolParams(editor.document())),
                        () -> editor.documents().foldingRange(new FoldingRangeRequestParams(editor.document())),
                        () -> editor.documents().semanticTokensFull(new SemanticTokensParams(editor.document())));
                for (Supplier<Future<?>> question : questions) {
                    long start = System.nanoTime();
                    question.get().get();
                    if (round >= 10) {
                        times.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
            times.sort(Double::compare);
            System.out.printf(
                    "language server, %d lines: half of the answers in %.1f ms, 95 %% in %.1f ms (load %.1f)%n",
                    LINES,
                    times.get(times.size() / 2),
                    times.get(times.size() * 95 / 100),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            assertThat(times).hasSize(30 * 7);
        }
    }
}
