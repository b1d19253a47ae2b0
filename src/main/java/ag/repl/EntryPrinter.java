package ag.repl;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.TextPrinter;
import ag.result.print.Visible;
import ag.result.print.Width;
import ag.result.print.Wrapped;
import ag.session.Interruption;

/** Writes the results of one entry: what is wrong with the line that was just typed is marked right under it. */
final class EntryPrinter {
    private final SourceText entry;
    private final boolean typed;
    private final Preferences preferences;
    private final TextPrinter printer;
    private final int indent;
    private final int width;
    private boolean printed;

    /**
     * @param typed whether the program is what was just typed, and stands on the screen
     * @param indent how wide the prompt before the entry is
     * @param width how many columns the screen has
     */
    EntryPrinter(SourceText entry, boolean typed, Preferences preferences, int indent, int width) {
        this.entry = entry;
        this.typed = typed;
        this.preferences = preferences;
        this.printer = new TextPrinter(preferences.style(), preferences.format(), width);
        this.indent = indent;
        this.width = width;
    }

    /** The lines to show; empty for none. */
    String text(Result result) {
        String text = switch (result) {
            case Result.Value value -> isSilenced() ? "" : printer.text(value);
            case Result.Defined defined -> isSilenced() ? "" : defined(defined);
            case Result.Failed failed -> failed(failed.diagnostic());
            case Result.Note note
            when note.span().source() == entry ->
                Wrapped.lines(preferences.style().note("note: ") + Visible.of(note.text()), width);
            default -> printer.text(result);
        };
        printed |= !text.isEmpty();
        return text;
    }

    /** Whether the entry asks, by a semicolon at its end, not to show values. */
    private boolean isSilenced() {
        return entry.text().stripTrailing().endsWith(";");
    }

    private String defined(Result.Defined defined) {
        return defined.value() instanceof Plain.Described described
                        && described.type().equals("function")
                ? preferences.style().dim("function ") + Visible.of(described.text())
                : printer.text(defined);
    }

    private String failed(Diagnostic diagnostic) {
        if (Interruption.ending(diagnostic) == Interruption.Ending.REQUEST) {
            return preferences.style().dim("interrupted; what was computed before is kept");
        }
        DiagnosticPrinter diagnostics = new DiagnosticPrinter(preferences.style(), width);
        Span span = diagnostic.span();
        boolean stillAbove = typed && !printed && span.source() == entry;
        // How wide a tab or a control character is, is for the terminal to know.
        boolean inOneRow = entry.text().lines().count() == 1
                && Visible.of(entry.text()).equals(entry.text())
                && indent + Width.of(entry.text()) < width;
        return stillAbove && inOneRow ? diagnostics.printBelow(diagnostic, indent) : diagnostics.print(diagnostic);
    }
}
