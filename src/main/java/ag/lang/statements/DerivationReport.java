package ag.lang.statements;

import ag.document.Document;
import ag.document.Part;
import ag.host.Content;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.DerivationFile;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Workspace;
import ag.result.FormulaResult;
import ag.result.print.DocumentFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows derivatives as formulas, or writes them to a file, and notes what holds only in part.
 *
 * @param text what is derived, as it was written; null where names in it may be local
 * @param path the file; null where they are shown
 */
record DerivationReport(
        Subject subject, @Nullable Expr text, @Nullable String path, Span span) {
    private static final Pattern CALLED = Pattern.compile("([\\p{L}_][\\p{L}\\p{Nd}\\p{Nl}\\p{No}_]*)\\(");

    void show(Machine machine, CurveDerivation curve) {
        String by = ((Term.Derivative) curve.elements().getFirst().start()).by().name();
        if (path != null) {
            show(
                    machine,
                    curve.elements().stream()
                            .map(element -> new FoundDerivative(element, by, null, "", false))
                            .toList());
            return;
        }
        Set<String> taken = FormulaTexts.taken(machine);
        machine.workspace.show(new FormulaResult.Derived(
                of().text(),
                by,
                curve.start(taken),
                curve.steps(taken),
                curve.text(taken),
                curve.elements().stream().map(Derivation::formula).toList(),
                null,
                null,
                "",
                "",
                span));
    }

    void show(Machine machine, List<FoundDerivative> found) {
        Workspace workspace = machine.workspace;
        if (path == null) {
            found.forEach(one -> workspace.show(result(machine, one)));
            return;
        }
        if (DocumentFile.of(path).equals(Optional.of(DocumentFile.HTML))) {
            List<Part> parts = found.stream()
                    .<Part>map(one -> new Part.Steps(one.derivation(), one.value() != null))
                    .toList();
            Document document = new Document("Derivative of " + of().text(), parts);
            Drawn.write(workspace, "derivation", path, new Content.Text(DocumentFile.HTML.text(document)), span);
            return;
        }
        DerivationFile kind = DerivationFile.of(path)
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_FILE,
                        "a derivation is written to a .html, a .tex, a .md or a .svg file",
                        span,
                        "write: derive … to \"derivative.tex\""));
        boolean partial = found.stream().anyMatch(one -> one.value() != null);
        String document =
                kind.document(found.stream().map(FoundDerivative::derivation).toList(), partial);
        Drawn.write(workspace, "derivation", path, new Content.Text(document), span);
    }

    /** A formula is written in the names of the built-in functions, of which the program may have taken one for its own. */
    void noteNamesakes(Machine machine, List<FoundDerivative> found) {
        Set<String> called = new TreeSet<>();
        for (FoundDerivative one : found) {
            FormulaResult.Derived derived = result(machine, one);
            Stream.concat(
                            Stream.of(derived.start(), derived.formula()),
                            derived.steps().stream().map(FormulaResult.DerivationStep::expression))
                    .flatMap(text -> CALLED.matcher(text).results())
                    .forEach(match -> called.add(match.group(1)));
        }
        called.stream()
                .filter(machine.globals::isTakenFromLibrary)
                .forEach(name -> machine.workspace.note(
                        "'" + name + "' in this formula is the built-in function, and not yours of that name",
                        of().span()));
    }

    void noteCancelled(Machine machine, FoundDerivative found) {
        for (Term cancelled : found.derivation().cancelled()) {
            machine.workspace.note("this holds where " + Simplifier.notZero(cancelled), of().span());
        }
    }

    /** Whether it was asked for with ∂. */
    private boolean isPartial() {
        String asked = span.text().strip();
        return asked.startsWith("∂") || asked.startsWith("\\frac{\\partial") || asked.startsWith("\\dfrac{\\partial");
    }

    private FormulaResult.Derived result(Machine machine, FoundDerivative found) {
        Derivation derivation = found.derivation();
        Set<String> taken = FormulaTexts.taken(machine);
        List<FormulaResult.DerivationStep> steps = derivation.steps().stream()
                .map(step ->
                        new FormulaResult.DerivationStep(step.rule(), TextWriter.text(step.term(), taken, isPartial())))
                .toList();
        String start = TextWriter.text(derivation.start(), taken, isPartial());
        String formula = TextWriter.text(derivation.formula(), taken);
        return new FormulaResult.Derived(
                found.value() == null ? called(machine, found.input()) : of().text(),
                found.input(),
                start,
                steps,
                formula,
                List.of(derivation.formula()),
                derivation,
                found.value(),
                found.way(),
                "",
                span);
    }

    /** What is derived; a function of other letters too, whose derivative is not f', as {@code f(x, y)}. */
    private String called(Machine machine, String by) {
        if (!(AppliedFunction.of(text, machine)
                        instanceof Expr.Call(Expr callee, List<Expr.Argument> arguments, Span _))
                || !callee.span().text().equals(of().text())) {
            return of().text();
        }
        List<String> letters = arguments.stream()
                .map(argument -> argument.value() instanceof Expr.Name name ? name.name() : "")
                .toList();
        return letters.equals(List.of(by)) ? of().text() : of().text() + "(" + String.join(", ", letters) + ")";
    }

    private Derivations.Asked of() {
        return subject.of();
    }
}
