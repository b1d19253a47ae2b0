package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.session.Interruption;
import ag.session.Session;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture of the page of {@code explore} in the documentation shows what that page looks like today;
 * {@code -Dgolden.update=true} takes it again.
 */
@Tag("web")
final class ExplorePictureTest {
    private static final Path PICTURE = Path.of("docs", "pictures", "explore.png");
    private static final String PROGRAM = "f(x) = x^2 sin(3x)\nexplore f at 2 to \"page.html\"";
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 1000;
    private static final double SCALE = 0.75;

    /** Squares of so many pixels are compared by their mean colours. */
    private static final int SQUARE = 15;

    /** Of 255: a curve that goes elsewhere changes a square by more, the smoothing of lines by less. */
    private static final double NOTED = 12;

    @TempDir
    private Path folder;

    @Test
    void thePictureIsThatOfThePage() throws Exception {
        assertThat(new Session(_ -> {}, ThisMachine.host((path, _) -> folder.resolve(path)), Interruption.none())
                        .run(new SourceText("picture", PROGRAM)))
                .isEmpty();
        Path profile = Files.createDirectory(folder.resolve("profile"));
        try (Browser browser = Browser.open(folder.resolve("page.html"), profile)) {
            browser.picture(WIDTH, HEIGHT, SCALE);
            browser.until("document.getElementById('inputs').ariaBusy === 'false'");
            byte[] taken = browser.picture(WIDTH, HEIGHT, SCALE);
            if (Boolean.getBoolean("golden.update")) {
                Files.write(PICTURE, taken);
            }
            BufferedImage now = image(taken);
            BufferedImage kept = image(Files.readAllBytes(PICTURE));
            assertThat(now.getWidth()).isEqualTo(kept.getWidth());
            assertThat(now.getHeight()).isEqualTo(kept.getHeight());
            // Letters look different on another machine, curves do not.
            assertThat(difference(now, kept, new Rectangle(0, 0, now.getWidth(), now.getHeight())))
                    .as("share of the page that has changed")
                    .isLessThan(0.15);
            for (String curve : new String[] {"#stage-curve .frame", "#stage-slope .frame"}) {
                assertThat(difference(now, kept, box(browser, curve)))
                        .as("share of " + curve + " that has changed")
                        .isLessThan(0.01);
            }
        }
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static Rectangle box(Browser browser, String element) throws Exception {
        int[] box = Arrays.stream(browser.evaluate("(() => { const box = document.querySelector('" + element
                                + "').getBoundingClientRect(); return [box.x, box.y, box.width,"
                                + " box.height].join(' '); })()")
                        .split(" ", -1))
                .mapToInt(number -> (int) (SCALE * Double.parseDouble(number)))
                .toArray();
        return new Rectangle(box[0], box[1], box[2], box[3]);
    }

    /** The share of the squares in a part of two pictures whose mean colours are not the same. */
    private static double difference(BufferedImage a, BufferedImage b, Rectangle part) {
        int changed = 0;
        int all = 0;
        for (int y = part.y; y + SQUARE <= part.y + part.height; y += SQUARE) {
            for (int x = part.x; x + SQUARE <= part.x + part.width; x += SQUARE) {
                all++;
                boolean same = true;
                for (int band = 0; band < 3; band++) {
                    same &= Math.abs(mean(a.getRaster(), x, y, band) - mean(b.getRaster(), x, y, band)) <= NOTED;
                }
                changed += same ? 0 : 1;
            }
        }
        return (double) changed / all;
    }

    private static double mean(Raster raster, int x, int y, int band) {
        return Arrays.stream(raster.getSamples(x, y, SQUARE, SQUARE, band, (int[]) null))
                .average()
                .orElseThrow();
    }
}
