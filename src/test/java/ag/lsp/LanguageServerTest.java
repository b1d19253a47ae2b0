package ag.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.session.Session;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the language server answers. */
@Timeout(120)
final class LanguageServerTest {
    private Editor editor;

    @BeforeEach
    void start() throws Exception {
        editor = Editor.here();
    }

    @AfterEach
    void end() throws Exception {
        editor.close();
    }

    @Test
    void mistakesAreThoseOfTheProgram() throws Exception {
        String text = "let rate = 0.1\n3*raet\nf(x) = x^2\n)\n";
        editor.open(text);
        // What the check of the command line says.
        var expected = Session.check(new SourceText("t.ag", text), Host.PLAIN);
        List<Diagnostic> told = editor.mistakes();
        assertThat(told.stream().map(one -> editor.in(one.getRange())))
                .isEqualTo(expected.stream().map(one -> one.span().text()).toList());
        editor.type("\n)\n", "\n");
        assertThat(editor.mistakes()).singleElement().satisfies(one -> {
            assertThat(editor.in(one.getRange())).isEqualTo("raet");
            assertThat(one.getMessage().getLeft())
                    .isEqualTo("unknown name 'raet'\ndid you mean 'rate'?   (defined at t.ag:1:5)");
            assertThat(one.getCode().getLeft()).isEqualTo("unknown-name");
        });
        editor.type("raet", "rate");
        assertThat(editor.mistakes()).isEmpty();
    }

    @Test
    void aMistakeOfTheRunIsToldToo() throws Exception {
        editor.open("v = [1, 2]\nv[5]\n");
        assertThat(editor.mistakes()).isEmpty();
        assertThat(editor.mistakes())
                .singleElement()
                .satisfies(one -> assertThat(one.getCode().getLeft()).isEqualTo("out-of-range"));
    }

    @Test
    void aHintIsAQuickFix() throws Exception {
        editor.open("let rate = 0.1\n3*raet\n");
        editor.mistakes();
        Range place = new Range(editor.position("r|aet"), editor.position("r|aet"));
        CodeAction fix = editor.documents()
                .codeAction(new CodeActionParams(editor.document(), place, new CodeActionContext(List.of())))
                .get()
                .getFirst()
                .getRight();
        assertThat(fix.getTitle()).isEqualTo("Write 'rate'");
        assertThat(fix.getKind()).isEqualTo(CodeActionKind.QuickFix);
        assertThat(fix.getDiagnostics()).hasSize(1);
        assertThat(edited(fix.getEdit().getChanges().getOrDefault(Editor.URI, List.of())))
                .isEqualTo("let rate = 0.1\n3*rate\n");
    }

    private String edited(List<? extends TextEdit> edits) {
        StringBuilder text = new StringBuilder(editor.text());
        edits.stream()
                .sorted(Comparator.comparingInt(
                                (TextEdit edit) -> editor.offset(edit.getRange().getStart()))
                        .reversed())
                .forEach(edit -> text.replace(
                        editor.offset(edit.getRange().getStart()),
                        editor.offset(edit.getRange().getEnd()),
                        edit.getNewText()));
        return text.toString();
    }

    private List<CompletionItem> completions(String marked) throws Exception {
        return editor.documents()
                .completion(new CompletionParams(editor.document(), editor.position(marked)))
                .get()
                .getLeft();
    }

    @Test
    void completion() throws Exception {
        editor.open("let width = 3\narea(wide, high = 2) = wide*high\nwi\ntan\nmlp net {\n  lay\n}\n");
        assertThat(completions("\nwi|\n")).extracting(CompletionItem::getLabel).contains("width");
        assertThat(completions("= wi|de*")).extracting(CompletionItem::getLabel).contains("wide", "width");
        assertThat(completions("tan|\n")).anySatisfy(item -> {
            assertThat(item.getLabel()).isEqualTo("tanh");
            assertThat(item.getDetail()).isEqualTo("tanh(x)");
            var explained = editor.documents().resolveCompletionItem(item).get();
            assertThat(explained.getDocumentation().getRight().getValue()).contains("1 - y^2");
        });
        assertThat(completions("  lay|")).extracting(CompletionItem::getLabel).contains("layer");
        editor.type("\nwi\n", "\n# wi\n");
        assertThat(completions("# wi|")).isEmpty();
    }

    private String hover(String marked) throws Exception {
        var hover = editor.documents()
                .hover(new HoverParams(editor.document(), editor.position(marked)))
                .get();
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void hoverShowsValueAndRule() throws Exception {
        editor.open("let a = 3\nL = a^2 + tanh(a)\ngrad L\n");
        editor.awaitRun();
        // tanh(3) = 0.99505475..., and the slope 2·3 + 1 - tanh(3)^2 = 6.00986603...
        assertThat(hover("grad |L")).contains("L = a^2", "line 2", "9.99505", "∂/∂a = 6.00987");
        assertThat(hover("ta|nh")).contains("tanh(x)", "1 - y^2");
        assertThat(hover("gr|ad L")).contains("grad");
    }

    @Test
    void signatureHelp() throws Exception {
        editor.open("area(wide, high = 2) = wide*high\narea(1, 3) + hypot(3, 4)\n");
        var own = editor.documents()
                .signatureHelp(new SignatureHelpParams(editor.document(), editor.position("area(1, |3")))
                .get();
        assertThat(own.getSignatures().getFirst().getLabel()).isEqualTo("area(wide, high = 2)");
        assertThat(own.getActiveParameter()).isEqualTo(1);
        var library = editor.documents()
                .signatureHelp(new SignatureHelpParams(editor.document(), editor.position("hypot(|3")))
                .get();
        assertThat(library.getSignatures().getFirst().getLabel()).startsWith("hypot(");
    }

    @Test
    void definitionAndReferences() throws Exception {
        editor.open("k = 2\nf(x) = k*x^2\nf(k)\n");
        var made = editor.documents()
                .definition(new DefinitionParams(editor.document(), editor.position("\n|f(k)")))
                .get()
                .getLeft()
                .getFirst();
        assertThat(made.getRange().getStart()).isEqualTo(editor.position("f(x)"));
        var used = editor.documents()
                .references(
                        new ReferenceParams(editor.document(), editor.position("|k = 2"), new ReferenceContext(false)))
                .get();
        assertThat(used)
                .extracting(place -> editor.offset(place.getRange().getStart()))
                .containsExactly(13, 21);
    }

    @Test
    void renameKeepsTheMeaning() throws Exception {
        editor.open("let x = 2, y = 3\nf(x) = x^2\nxy + f(x)\n");
        var edits = editor.documents()
                .rename(new RenameParams(editor.document(), editor.position("|x = 2"), "z"))
                .get();
        assertThat(edited(edits.getChanges().getOrDefault(Editor.URI, List.of())))
                .isEqualTo("let z = 2, y = 3\nf(x) = x^2\nzy + f(z)\n");
        assertThatThrownBy(() -> editor.documents()
                        .rename(new RenameParams(editor.document(), editor.position("|x = 2"), "speed"))
                        .get())
                .hasMessageContaining("the program would mean something else");
        for (String impossible : List.of("y", "f", "sin", "2x", "if", "a b", "")) {
            assertThatThrownBy(() -> editor.documents()
                            .rename(new RenameParams(editor.document(), editor.position("|x = 2"), impossible))
                            .get())
                    .as(impossible)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void outlineAndFolding() throws Exception {
        editor.open("# one\n# two\nlet a = 2\nf(x) = {\n  y = x\n  y^2\n}\ntest \"t\" {\n  assert f(2) == 4\n}\n");
        var symbols = editor.documents()
                .documentSymbol(new DocumentSymbolParams(editor.document()))
                .get();
        assertThat(symbols.stream().map(symbol -> symbol.getRight()).map(DocumentSymbol::getName))
                .containsExactly("a", "f", "t");
        var foldings = editor.documents()
                .foldingRange(new FoldingRangeRequestParams(editor.document()))
                .get();
        assertThat(foldings.stream().map(fold -> fold.getStartLine() + "-" + fold.getEndLine()))
                .containsExactlyInAnyOrder("0-1", "3-5", "7-8");
    }

    /** The line with the closing bracket stays in sight, so a block without a line between has nothing to fold. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aBlockFoldsIfALineStandsInIt(int lines) throws Exception {
        editor.open("f(x) = {\n" + "  y = x\n".repeat(lines) + "}\n");
        assertThat(editor.documents()
                        .foldingRange(new FoldingRangeRequestParams(editor.document()))
                        .get())
                .hasSize(lines > 0 ? 1 : 0);
    }

    @Test
    void colours() throws Exception {
        editor.open("let a = 2 # two\nf(t) = sin(t)*a\n");
        List<Integer> data = editor.documents()
                .semanticTokensFull(new SemanticTokensParams(editor.document()))
                .get()
                .getData();
        List<String> types = editor.able()
                .getCapabilities()
                .getSemanticTokensProvider()
                .getLegend()
                .getTokenTypes();
        StringBuilder shown = new StringBuilder();
        int line = 0;
        int start = 0;
        for (int i = 0; i < data.size(); i += 5) {
            line += data.get(i);
            start = data.get(i) == 0 ? start + data.get(i + 1) : data.get(i + 1);
            String text = editor.text().lines().toList().get(line).substring(start, start + data.get(i + 2));
            shown.append(text).append(':').append(types.get(data.get(i + 3))).append(' ');
        }
        assertThat(shown.toString())
                .startsWith("let:keyword a:variable =:operator 2:number # two:comment f:function t:parameter")
                .contains("sin:function t:parameter", "a:variable");
    }

    @Test
    void formattingIsThatOfTheProgram() throws Exception {
        editor.open("let   a=2\nL=a^2\n");
        var edits = editor.documents()
                .formatting(new DocumentFormattingParams(editor.document(), new FormattingOptions(2, true)))
                .get();
        assertThat(edited(edits)).isEqualTo(Session.layout(new SourceText("t", editor.text())));
        editor.type("L=", "L=(");
        assertThat(editor.documents()
                        .formatting(new DocumentFormattingParams(editor.document(), new FormattingOptions(2, true)))
                        .get())
                .isEmpty();
    }

    private List<String> hints() throws Exception {
        Range all = new Range(editor.position(0), editor.position(editor.text().length()));
        return editor.documents().inlayHint(new InlayHintParams(editor.document(), all)).get().stream()
                .map(InlayHint::getLabel)
                .map(label -> label.getLeft())
                .toList();
    }

    @Test
    void valuesAndGradientsStandBesideTheirLines() throws Exception {
        editor.open("let a = 2, b = 3\nL = a*b^2\ngrad L\n");
        editor.awaitRun();
        // ∂L/∂a = b² = 9, ∂L/∂b = 2ab = 12.
        assertThat(hints())
                .containsExactly(
                        "# -> a = 2, b = 3",
                        "# -> L = 18   ∂/∂a = 9  ∂/∂b = 12",
                        "# -> L = 18   ∂L/∂a = 9  ∂L/∂b = 12");
        editor.type("grad L", "grad L # more");
        assertThat(hints()).hasSize(3);
    }

    @Test
    void noFileIsTouchedAndNoRunIsLong() throws Exception {
        editor.open("a = 1\ndata d = csv(\"/etc/passwd\")\nm = len(d)\nb = 2\ns = 0\nwhile true { s += 1 }\nc = 3\n");
        editor.awaitRun();
        assertThat(hints()).containsExactly("# -> a = 1", "# -> b = 2", "# -> s = 0");
        assertThat(editor.mistakes()).isEmpty();
    }

    @Test
    void viewsAreCommands() throws Exception {
        editor.open("f(x) = x^3\nlet a = 2\nL = a^2\n");
        var lenses = editor.documents()
                .codeLens(new CodeLensParams(editor.document()))
                .get();
        assertThat(lenses.stream().map(lens -> lens.getCommand().getTitle()))
                .containsExactly("show derivation", "show derivation", "show graph");
        var command = lenses.getFirst().getCommand();
        String shown = String.valueOf(editor.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments()))
                .get());
        assertThat(shown).contains("f'(x) = 3x²");
        assertThat(editor.message()).contains("f'(x) = 3x²");
    }

    @Test
    void aMistakeLeavesTheRestAsItIs() throws Exception {
        editor.open("k = 2\nbroken = (\nf(x) = k*x\nf(1)\n");
        assertThat(editor.mistakes()).isNotEmpty();
        assertThat(hover("\n|f(1)")).contains("f(x) = k*x");
        assertThat(completions("f(1)|")).isNotNull();
    }

    @Test
    void strangeTextsAreNoTrouble() throws Exception {
        for (String text :
                List.of("", "\n\n", "θ = 😀", "\"open", "((((((((((", "x = 1\r\ny = x\r\n", "(".repeat(20_000))) {
            editor.open(text);
            editor.mistakes();
            assertThat(editor.documents()
                            .semanticTokensFull(new SemanticTokensParams(editor.document()))
                            .get()
                            .getData())
                    .isNotNull();
            hover("");
            completions("");
        }
    }
}
