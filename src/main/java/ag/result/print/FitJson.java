package ag.result.print;

import ag.result.Result;

/** Writes a fit as JSON. */
final class FitJson {
    private FitJson() {}

    static void fitted(JsonWriter json, Result.Fitted fitted) {
        json.writeStringField("of", fitted.of());
        json.writeObjectFieldStart("parameters");
        for (Result.Parameter parameter : fitted.parameters()) {
            json.writeFieldName(parameter.name());
            JsonPrinter.number(json, parameter.value());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("errors");
        for (Result.Parameter parameter : fitted.parameters()) {
            json.writeFieldName(parameter.name());
            JsonPrinter.number(json, parameter.error());
        }
        json.writeEndObject();
        json.writeFieldName("residual");
        JsonPrinter.number(json, fitted.residual());
        json.writeNumberField("degrees", fitted.degrees());
        json.writeFieldName("r_squared");
        JsonPrinter.number(json, fitted.rSquared());
        json.writeNumberField("steps", fitted.steps());
        json.writeNumberField("starts", fitted.starts());
        json.writeBooleanField("converged", fitted.converged());
        json.writeStringField("ending", fitted.ending());
    }
}
