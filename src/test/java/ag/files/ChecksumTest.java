package ag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A checksum tells documents apart whose parts together are the same bytes. */
final class ChecksumTest {
    @Test
    void everyPartCountsAtItsPlace() {
        List<String> sums = List.of(
                new Checksum().text(),
                new Checksum().add("").text(),
                new Checksum().add("").add("").text(),
                new Checksum().add("ab").add("c").text(),
                new Checksum().add("a").add("bc").text(),
                new Checksum().add("abc").text(),
                new Checksum().add("c").add("ab").text(),
                new Checksum().add(new double[] {1, 2}).text(),
                new Checksum().add(new double[] {1}).add(new double[] {2}).text(),
                new Checksum().add(new double[] {2, 1}).text(),
                new Checksum().add(new double[] {1, 2, 0}).text(),
                new Checksum().add(new double[] {-0.0}).text(),
                new Checksum().add(new double[] {0.0}).text(),
                new Checksum().add(1).add(2).text(),
                new Checksum().add(2).add(1).text());
        Set<String> different = new HashSet<>(sums);
        assertThat(different).hasSameSizeAs(sums);
    }
}
