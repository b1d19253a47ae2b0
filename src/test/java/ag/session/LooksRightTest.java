package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings and data that would only look right: each is refused with its cause, and what the message advises works. */
final class LooksRightTest {
    @TempDir
    Path folder;

    private static final String BINARY = "data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1 }\n";
    private static final String CLASSES = "data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 2 }\n";
    private static final String ONE_HOT = "data d { 0, 1 -> 0, 1, 0; 1, 0 -> 1, 0, 0; 1, 1 -> 0, 0, 1 }\n";

    private static String training(String data, String last, String loss) {
        return data + "mlp net { input 2; layer 3 tanh; layer " + last + "; seed 1 }\n" + "train net on d { loss "
                + loss + "; optimizer sgd(lr = 0.1); epochs 2 }\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 sigmoid | bce_logits | bce_logits applies sigmoid itself | loss bce'",
                "1 sigmoid | bce_logits | the last layer has applied it already | without an activation: layer 1",
                "1 | bce | bce takes probabilities from 0 to 1 | loss bce_logits'",
                "1 tanh | bce | bce takes probabilities from 0 to 1 | layer 1 sigmoid",
            })
    void aLastLayerThatDoesNotFitTheLossIsRefused(String last, String loss, String cause, String advice) {
        Diagnostic refused = run(training(BINARY, last, loss)).orElseThrow();
        assertThat(refused.message()).contains(cause);
        assertThat(refused.hint()).contains(advice);
        assertThat(refused.span().text()).isEqualTo(loss);
    }

    @Test
    void softmaxIsNotAppliedTwice() {
        for (String data : List.of(CLASSES, ONE_HOT)) {
            Diagnostic refused =
                    run(training(data, "3 softmax", "cross_entropy")).orElseThrow();
            assertThat(refused.message()).contains("cross_entropy applies softmax itself");
            assertThat(refused.hint()).isEqualTo("leave the last layer without an activation: layer 3");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, bce_logits", "1 sigmoid, bce", "1 tanh, hinge", "1 sigmoid, mse"})
    void whatIsAdvisedTrains(String last, String loss) {
        String data = loss.equals("hinge") ? BINARY.replace("-> 0", "-> -1") : BINARY;
        assertThat(run(training(data, last, loss))).isEmpty();
    }

    /** Numbers from PyTorch 1.13, cross_entropy with the same probabilities. */
    @Test
    void crossEntropyTakesProbabilitiesAsPyTorchDoes() {
        String program = """
            data d { 1, 2 -> 0, 1, 0
              -1, 0.5 -> 1, 0, 0
              0.3, -0.7 -> 0.2, 0.3, 0.5 }
            mlp net { input 2; layer 3; seed 1 }
            set net.parameters = [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.01, -0.02, 0.03]
            train net on d { loss cross_entropy; optimizer sgd(lr = 0.5); epochs 3 }
            assert net.losses ≈ [1.1664306632891879, 0.9483974123167958, 0.8206636282302896] within 1e-14
            assert net.parameters ≈ [-0.3508887411114171, -0.04592086733855475, 0.5843811272655178, 0.6857947119924509,
              -0.3334923861541007, 0.1601261553461038, 0.18174930626201863, 0.03128600096413524,
              -0.19303530722615386] within 1e-14
            assert accuracy(net, d) ≈ 2/3 within 1e-14
            assert confusion(net, d) ≈ [[1, 0, 0], [0, 1, 0], [1, 0, 0]]
            """;
        assertThat(run(program)).isEmpty();
    }

    @Test
    void classesAndTheirOneHotRowsTrainAlike() {
        String look = "assert accuracy(net, d) ≈ accuracy(net, %s)\nnet.losses[1]\n";
        double byNumber = lastValue(training(CLASSES, "3", "cross_entropy") + look.formatted("one_hot(d)"));
        double byRow = lastValue(training(ONE_HOT, "3", "cross_entropy") + look.formatted("d"));
        assertThat(byRow).isCloseTo(byNumber, org.assertj.core.data.Offset.offset(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the file | what else is asked for | the cause | what is advised | the file as advised | asked as
                // advised
                ",x,t⏎0,5,1⏎1,6,0 || column 0 has no name | inputs = [\"x\"] | ,x,t⏎0,5,1⏎1,6,0 | , inputs = [\"x\"]",
                "x,t⏎5,Yes⏎6,yes⏎7,no || differ in capital letters alone | in one way: Yes | x,t⏎5,Yes⏎6,Yes⏎7,no |",
                "x,t⏎5,NA⏎6,1⏎7,0 || column 't': the value is missing: 'NA' | missing = \"drop\" | x,t⏎6,1⏎7,0 |",
                "x,t⏎5,a⏎6,NA || column 't': the value is missing: 'NA' | missing = \"drop\" | x,t⏎5,a⏎6,b |",
                "x,t⏎'1,234',1 || '1,234' is not a number | without commas: 1234, | x,t⏎1234,1 |",
                "x,t⏎'1,234,567.5',1 || is not a number | without commas: 1234567.5 | x,t⏎1234567.5,1 |",
                "x,t⏎5,1 234⏎6,5 678 || '1 234' is not a number | plainly: 1234 | x,t⏎5,1234⏎6,5678 |",
                "x,t⏎5,8%⏎6,9% || '8%' is not a number | plainly: 8 | x,t⏎5,8⏎6,9 |",
                "x,t⏎5,$8.5⏎6,$9 || '$8.5' is not a number | plainly: 8.5 | x,t⏎5,8.5⏎6,9 |",
                "x,t⏎5,−8⏎6,−9 || '−8' is not a number | plainly: -8 | x,t⏎5,-8⏎6,-9 |",
                "x,t⏎5,0x10⏎6,0x11 || '0x10' is not a number | base 10 | x,t⏎5,16⏎6,17 |",
                "x,t⏎5,inf⏎6,-inf || 'inf' is not a number | finite | x,t⏎5,1⏎6,-1 |",
                "x,t⏎8%,1⏎9%,0 | , categories = \"one_hot\" | '8%' is not a number | plainly: 8 | x,t⏎8,1⏎9,0 |",
                "x,t⏎5,1,⏎6,0, || ends with a separator | first line with one too | x,t,⏎5,1,⏎6,0, |",
                "x,t,⏎5,1⏎6,0 || the first line ends with a separator | in the first line | x,t⏎5,1⏎6,0 |",
                "x,t,⏎5,1,7⏎6,0,8 || column 2 has no name | inputs = [\"x\"] | x,t,⏎5,1,7⏎6,0,8 | , inputs = [\"x\"]",
                "'x';'t'⏎5;1⏎6;0 || does not end properly | separated by ';' | 'x';'t'⏎5;1⏎6;0 | , separator = \";\"",
            },
            quoteCharacter = '~')
    void aFileThatWouldOnlyLookRightIsRefused(
            String file, String asked, String cause, String advice, String mended, String askedThen)
            throws IOException {
        assertRefused(file, "\"t\"" + text(asked), cause, advice);
        assertReads(mended, "\"t\"" + text(askedThen));
    }

    @Test
    void aFirstLineThatIsASampleIsNoHeader() throws IOException {
        assertRefused("5.1,3.5,1⏎4.9,3.0,0", "\"1\"", "this line has to name the columns", "before it");
        assertReads("x,y,1⏎5.1,3.5,1⏎4.9,3.0,0", "\"1\"");
        // Numbers that count on are names: pandas writes them where columns have none.
        assertReads("0,1,2⏎5.1,3.5,1⏎4.9,3.0,0", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,t⏎5,-⏎6,+",
                "x,t⏎5,none⏎6,some",
                "x,t⏎5,Yes⏎6,No",
                "x,t⏎5,ab⏎6,AC",
                "x,t⏎5,3a⏎6,2-4",
                "x,t⏎5,1 2⏎6,5 kg",
                "x,t⏎5,$⏎6,%"
            })
    void wordsAreClasses(String file) throws IOException {
        assertReads(file, "\"t\"");
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }

    private void assertRefused(String file, String target, String cause, String advice) throws IOException {
        Diagnostic refused = reading(file, target).orElseThrow();
        assertThat(refused.message()).contains(cause);
        assertThat(refused.hint()).contains(advice);
    }

    private void assertReads(String file, String target) throws IOException {
        assertThat(reading(file, target)).isEmpty();
    }

    private Optional<Diagnostic> reading(String file, String target) throws IOException {
        java.nio.file.Files.writeString(
                folder.resolve("d.csv"), file.replace('\'', '"').replace("⏎", "\n") + "\n");
        return run("data d = csv(\"d.csv\", target = " + target
                + ")\nassert len(d.inputs[0]) == 1 or len(d.inputs[0]) == 2");
    }

    private Optional<Diagnostic> run(String program) {
        return run(program, new ArrayList<>());
    }

    private Optional<Diagnostic> run(String program, List<Result> results) {
        Host files = ThisMachine.host((path, _) -> folder.resolve(path));
        return new Session(results::add, files, Interruption.none()).run(new SourceText("program", program));
    }

    private double lastValue(String program) {
        List<Result> results = new ArrayList<>();
        assertThat(run(program, results)).isEmpty();
        return ((ag.result.Plain.Real) ((Result.Value) results.getLast()).value()).value();
    }

    /** Of several texts that are equally frequent, the first in their order stands in for a missing one. */
    @ParameterizedTest
    @CsvSource({"b⏎a⏎a⏎b⏎NA, 0", "a⏎b⏎b⏎NA⏎a, 0", "c⏎b⏎c⏎b⏎NA, 0", "a⏎b⏎b⏎NA, 1", "c⏎a⏎b⏎b⏎c⏎NA, 1"})
    void theMostFrequentTextStandsIn(String texts, int code) throws IOException {
        List<String> values = List.of(texts.split("⏎"));
        java.nio.file.Files.writeString(folder.resolve("texts.csv"), "x,t\n" + String.join(",1\n", values) + ",1\n");
        int missing = values.indexOf("NA");
        assertThat(lastValue("data d = csv(\"texts.csv\", target = \"t\", missing = \"mean\", categories = \"codes\")\n"
                        + "d.inputs["
                        + missing + ", 0]"))
                .isEqualTo(code);
    }
}
