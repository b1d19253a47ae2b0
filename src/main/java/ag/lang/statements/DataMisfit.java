package ag.lang.statements;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.DataProblem;
import ag.result.Numerals;

/** The messages about data that a network or its loss cannot take. */
final class DataMisfit {
    private DataMisfit() {}

    static Diagnostic of(DataProblem problem, ModelThing net, Span span) {
        Diagnostic message = switch (problem) {
            case DataProblem.InputWidth width ->
                new Diagnostic(
                        ErrorCode.SHAPE_MISMATCH,
                        "'" + net.name() + "' takes " + width.network() + " inputs, and the samples have "
                                + width.data(),
                        span,
                        "write 'input " + width.data() + "' in the network, or choose other columns");
            case DataProblem.TargetWidth width ->
                new Diagnostic(
                        ErrorCode.SHAPE_MISMATCH,
                        "this loss compares with " + width.expected() + " targets a sample, and the samples have "
                                + width.data(),
                        span,
                        "give the last layer " + width.data()
                                + (width.data() == 1 ? " neuron" : " neurons")
                                + "; for classes use cross_entropy with a neuron for each class, or one_hot(d)");
            case DataProblem.OutOfRange range ->
                new Diagnostic(
                        ErrorCode.BAD_TARGET,
                        "sample " + range.sample() + " has the target " + Numerals.shortest(range.target())
                                + ", and this loss takes targets from " + Numerals.shortest(range.low()) + " to "
                                + Numerals.shortest(range.high()),
                        span,
                        "for targets of -1 and 1 use hinge; for any number use mse");
            case DataProblem.NotASign sign ->
                new Diagnostic(
                        ErrorCode.BAD_TARGET,
                        "sample " + sign.sample() + " has the target " + Numerals.shortest(sign.target())
                                + ", and hinge takes targets of -1 and 1",
                        span,
                        "for targets of 0 and 1 use bce_logits");
            case DataProblem.NotAClass label ->
                new Diagnostic(
                        ErrorCode.BAD_TARGET,
                        "sample " + label.sample() + " has the target " + Numerals.shortest(label.target())
                                + ", and cross_entropy takes class numbers from 0 to " + (label.classes() - 1),
                        span,
                        "give the last layer a neuron for each class");
        };
        return message.with(new Diagnostic.Label(net.definedAt(), "the network"));
    }
}
