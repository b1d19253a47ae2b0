package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.result.Format;
import ag.result.OptimizationResult;
import ag.result.Plain;

/** The parameters of a fit with their errors, and how well it fits. */
record FitPresentation(OptimizationResult.Fitted fitted) implements Presentation {
    @Override
    public String kind() {
        return "fit";
    }

    @Override
    public Document document(Format format) {
        return Document.of(
                new Part.Line("fit " + fitted.of() + ": " + fitted.ending()),
                new Part.Table(
                        Cell.row("parameter", "value", "standard error"),
                        fitted.parameters().stream()
                                .map(parameter -> Cell.row(
                                        parameter.name(), format.number(parameter.value()), error(parameter, format)))
                                .toList()),
                new Part.Line(summary(format)));
    }

    private static String error(OptimizationResult.Parameter parameter, Format format) {
        if (parameter.held()) {
            return "at its bound";
        }
        return Double.isNaN(parameter.error()) ? "none" : "± " + format.number(parameter.error());
    }

    private String summary(Format format) {
        if (fitted.degrees() == 0) {
            return "as many parameters as samples: no residual standard deviation and no standard errors";
        }
        String share = Double.isNaN(fitted.rSquared()) ? "" : ", R² = " + format.number(fitted.rSquared());
        return "residual standard deviation " + format.number(fitted.residual()) + ", " + fitted.degrees()
                + (fitted.degrees() == 1 ? " degree" : " degrees") + " of freedom" + share;
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", fitted.of())
                .with(
                        "parameters",
                        Data.Fields.of(
                                fitted.parameters(),
                                OptimizationResult.Parameter::name,
                                parameter -> new Data.Value(new Plain.Real(parameter.value()))))
                .with(
                        "errors",
                        Data.Fields.of(
                                fitted.parameters(),
                                OptimizationResult.Parameter::name,
                                parameter -> new Data.Value(new Plain.Real(parameter.error()))))
                .number("residual", fitted.residual())
                .whole("degrees", fitted.degrees())
                .number("r_squared", fitted.rSquared())
                .whole("steps", fitted.steps())
                .whole("starts", fitted.starts())
                .truth("converged", fitted.converged())
                .text("ending", fitted.ending());
    }
}
