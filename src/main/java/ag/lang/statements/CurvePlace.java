package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.RecordedFormula;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import ag.result.Plain;
import ag.result.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The vector of derivatives at the place that was asked for; as formulas where other letters in it have no value. */
record CurvePlace(Subject subject, CurveDerivation curve, Span span) {
    void show(Frame frame) {
        if (subject.place().isEmpty()) {
            return;
        }
        Workspace workspace = frame.machine.workspace;
        ViewPlace.Spot spot = subject.place().spots().getFirst();
        Term.Letter letter = curve.letter();
        requireLetter(spot, letter);
        double place = workspace.number(spot.value().run(frame));
        workspace.show(
                new Result.Value(null, isOpen(frame) ? formulas(letter, place) : numbers(frame, letter, place), span));
    }

    private void requireLetter(ViewPlace.Spot spot, Term.Letter letter) {
        if (spot.letter() != null && !spot.letter().equals(letter.name())) {
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + subject.text() + "' is derived by " + letter.name() + ", and the place names " + spot.typed(),
                    spot.span(),
                    "write: derive " + subject.text() + " at " + letter.name() + " = "
                            + spot.span().text());
        }
    }

    private boolean isOpen(Frame frame) {
        return curve.others().stream()
                .anyMatch(other -> !(frame.machine.globals.cell(other.name()).value instanceof Datum.Scalar));
    }

    private Plain formulas(Term.Letter letter, double place) {
        Map<Term.Letter, Term> there = Map.of(letter, RecordedFormula.number(place));
        return new Plain.Described(
                "formula",
                curve.elements().stream()
                        .map(element ->
                                TextWriter.text(Simplifier.workedOut(Letters.replaced(element.formula(), there))))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private Plain numbers(Frame frame, Term.Letter letter, double place) {
        Map<Term.Letter, Double> values = new HashMap<>(FormulaTexts.numbers(frame.machine, curve.others()));
        values.put(letter, place);
        return new Plain.Vector(curve.elements().stream()
                .mapToDouble(element -> PointEvaluation.of(element.formula(), values))
                .toArray());
    }
}
