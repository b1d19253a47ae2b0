package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.Plain;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where differential equations lead, as a table. */
record FollowedPresentation(SolutionResult.Followed followed) implements Presentation {
    @Override
    public String kind() {
        return "ode";
    }

    @Override
    public Document document(Format format) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Table(
                row(Stream.concat(Stream.of(followed.letter()), followed.names().stream())),
                numbers().stream()
                        .map(numbers -> row(DoubleStream.of(numbers).mapToObj(format::number)))
                        .toList()));
        followed.remarks().forEach(remark -> parts.add(new Part.Line(Phrase.dim(remark))));
        return Document.of(parts);
    }

    private static List<Cell> row(Stream<String> texts) {
        return Cell.row(texts.toArray(String[]::new));
    }

    /** For each time the time and the numbers then. */
    private List<double[]> numbers() {
        return IntStream.range(0, followed.times().length)
                .mapToObj(i -> DoubleStream.concat(
                                DoubleStream.of(followed.times()[i]),
                                DoubleStream.of(followed.rows().get(i)))
                        .toArray())
                .toList();
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("letter", followed.letter())
                .texts("names", followed.names())
                .whole("steps", followed.steps())
                .items("rows", numbers(), numbers -> new Data.Value(new Plain.Vector(numbers)))
                .texts("remarks", followed.remarks());
    }
}
