package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ag.web.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The module for browsers says of every program that needs no file what the JVM says, to the last digit. */
@Tag("web")
final class InNodeTest {
    /** Programs that say something else there, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    @TestFactory
    Stream<DynamicTest> programsSayTheSame() throws Exception {
        List<Golden> all = Stream.of("programs", "errors")
                .flatMap(Golden::all)
                .filter(golden -> !golden.needsAMachine())
                .filter(golden -> !EXCEPTIONS.containsKey(golden.toString()))
                .toList();
        List<String> said = Node.lines(all.stream()
                .map(golden -> new Node.Program(golden.source(), golden.mostNodes()))
                .toList());
        return IntStream.range(0, all.size())
                .mapToObj(i -> dynamicTest(
                        all.get(i).toString(),
                        () -> assertThat(said.get(i)).isEqualTo(all.get(i).linesWithoutAMachine(Node.NAME))));
    }
}
