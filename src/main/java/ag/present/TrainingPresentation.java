package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.NetworkResult;

/** How a training went. */
record TrainingPresentation(NetworkResult.Trained trained) implements Presentation {
    @Override
    public String kind() {
        return "train";
    }

    @Override
    public Document document(Format format) {
        double[] losses = trained.losses();
        String course = losses.length == 0
                ? ""
                : ", loss " + format.number(losses[0]) + " -> " + format.number(losses[losses.length - 1]);
        Double accuracy = trained.accuracy();
        String right = accuracy == null ? "" : ", accuracy " + new Format(4).number(100 * accuracy) + " %";
        String beyond =
                trained.stepsBeyond() == 0 ? "" : " and " + count(trained.stepsBeyond(), "step") + " of the next";
        return Document.of(new Part.Line("trained " + trained.model() + ": " + count(trained.parameters(), "parameter")
                + ", " + count(trained.epochs(), "epoch") + beyond + course + right));
    }

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("model", trained.model())
                .whole("parameters", trained.parameters())
                .whole("epochs", trained.epochs())
                .numbers("loss", trained.losses())
                .number("accuracy", trained.accuracy())
                .number("seconds", trained.seconds());
    }
}
