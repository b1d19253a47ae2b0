package ag.lsp;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.print.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * Makes quick fixes of the hints of messages. What a hint tells to type is tried at the place, for the whole line and above it, and
 * offered only where the mistake is then gone and no other has come.
 *
 * @param check the mistakes of a text
 */
record Fixes(Function<SourceText, List<Diagnostic>> check) {
    private static final int MOST = 4;

    List<CodeAction> of(Analysis analysis, Diagnostic problem, int problems) {
        List<CodeAction> fixes = new ArrayList<>();
        for (String advised : Advice.of(problem)) {
            for (Edit edit : edits(analysis.source(), problem, advised)) {
                if (fixes.size() < MOST && helps(analysis.source(), problem, problems, edit)) {
                    fixes.add(action(analysis, problem, edit, advised));
                    break;
                }
            }
        }
        return fixes;
    }

    /** A replacement of a piece of the text. */
    private record Edit(int start, int end, String text) {
        String in(String source) {
            return source.substring(0, start) + text + source.substring(end);
        }
    }

    private static List<Edit> edits(SourceText source, Diagnostic problem, String advised) {
        int start = problem.span().start();
        int end = problem.span().end();
        int line = source.lineStart(source.line(start));
        int lineEnd = line + source.lineText(source.line(start)).length();
        return List.of(
                new Edit(start, end, advised), new Edit(line, lineEnd, advised), new Edit(line, line, advised + "\n"));
    }

    private boolean helps(SourceText source, Diagnostic problem, int problems, Edit edit) {
        List<Diagnostic> left = check.apply(new SourceText(source.name(), edit.in(source.text())));
        return left.size() < problems
                && left.stream()
                        .noneMatch(other ->
                                other.span().start() == problem.span().start() && other.error() == problem.error());
    }

    private static CodeAction action(Analysis analysis, Diagnostic problem, Edit edit, String advised) {
        CodeAction action = new CodeAction(
                edit.start() == edit.end() ? "Insert '" + advised + "' above" : "Write '" + advised + "'");
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Mistakes.shown(problem, analysis.uri())));
        action.setEdit(edit(analysis, edit));
        return action;
    }

    private static WorkspaceEdit edit(Analysis analysis, Edit edit) {
        return new WorkspaceEdit(java.util.Map.of(
                analysis.uri(),
                List.of(new TextEdit(Positions.of(analysis.source(), edit.start(), edit.end()), edit.text()))));
    }
}
