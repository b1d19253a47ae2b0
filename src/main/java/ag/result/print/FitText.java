package ag.result.print;

import ag.result.Format;
import ag.result.Result;
import java.util.List;

/** Writes a fit for people to read. */
record FitText(Style style, Format format) {
    String fitted(Result.Fitted fitted) {
        Table table = new Table(style, List.of("parameter", "value", "standard error"));
        for (Result.Parameter parameter : fitted.parameters()) {
            table.add(List.of(parameter.name(), format.number(parameter.value()), error(parameter)));
        }
        return "fit " + Visible.of(fitted.of()) + ": " + fitted.ending() + "\n" + table.text() + "\n" + summary(fitted);
    }

    private String error(Result.Parameter parameter) {
        return parameter.held()
                ? "at its bound"
                : Double.isNaN(parameter.error()) ? "none" : "± " + format.number(parameter.error());
    }

    private String summary(Result.Fitted fitted) {
        String freedom = fitted.degrees() + (fitted.degrees() == 1 ? " degree" : " degrees") + " of freedom";
        String share = Double.isNaN(fitted.rSquared()) ? "" : ", R² = " + format.number(fitted.rSquared());
        return fitted.degrees() == 0
                ? "as many parameters as samples: no residual standard deviation and no standard errors"
                : "residual standard deviation " + format.number(fitted.residual()) + ", " + freedom + share;
    }
}
