package ag.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingAheadTest {
    @ParameterizedTest
    @CsvSource({
        "'mlp net { input 2; layer 1 }; train net on moons { epochs 9 }', true",
        "'  train  net_2 on d {', true",
        "'train ν on d {', true",
        "'train = 3; net = train*2', false",
        "'(train_set, test_set) = split(d, 0.8)', false",
        "'let a = 2; grad a^2', false"
    })
    void aTrainingIsSeenBeforeItRuns(String program, boolean trains) {
        assertThat(TrainingAhead.isLikely(new SourceText("program", program))).isEqualTo(trains);
    }
}
