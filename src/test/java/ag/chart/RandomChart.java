package ag.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Charts of every kind, from a seed: odd names, holes, huge and tiny numbers, fields, any mixture of series. */
public final class RandomChart {
    private static final List<String> NAMES = List.of(
            "f",
            "",
            "loss of net",
            "f'' <at> \"x\" & 'y'",
            "σ(θ) · ∂L/∂w₁ ≥ 0",
            "漢字とかな",
            "e\u0301 combining",
            "tab\tand\nline\u001b[31mbreak\u0007",
            "\ud83d\ude00 emoji",
            "lone \ud800 surrogate",
            "שלום",
            "a name that is far too long for any legend, and goes on, and on, and on, and does not stop here either");

    private static final List<Contours.Region> REGIONS = List.of(Contours.Region.values());

    private static final List<Scale> SCALES = List.of(Scale.values());

    private final SplittableRandom random;

    private RandomChart(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Chart of(long seed) {
        return new RandomChart(seed).chart();
    }

    private Chart chart() {
        List<Series> series = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            series.add(series(i));
        }
        if (random.nextInt(10) == 0) {
            for (int i = 0; i < 20; i++) {
                series.add(curve());
            }
        }
        return new Chart(name(), axis(), axis(), series);
    }

    private Axis axis() {
        Scale scale = SCALES.get(random.nextInt(SCALES.size()));
        Extent extent = switch (random.nextInt(4)) {
            case 0 -> new Extent.Everything();
            case 1 -> new Extent.Fixed(range(scale == Scale.LOGARITHMIC));
            default -> new Extent.Automatic();
        };
        return new Axis(name(), extent, scale);
    }

    private Range range(boolean positive) {
        double low = positive ? Math.abs(number()) + 1e-9 : number();
        return new Range(low, low + Math.abs(low) * random.nextDouble(1e-6, 10) + 1e-9);
    }

    private Series series(int number) {
        return switch (random.nextInt(6)) {
            case 4 -> new Band(name(), Samples.of(row(5)), Samples.of(row(5)), Samples.of(row(5)));
            case 5 -> contours();
            case 0 -> new Points(name(), row(30), row(30), Marker.forClass(number));
            case 1 -> field();
            default -> curve();
        };
    }

    private Curve curve() {
        int size = random.nextInt(4) == 0 ? random.nextInt(3) : 200;
        Range range = range(false);
        double scale = number();
        return switch (random.nextInt(5)) {
            case 0 -> new Curve(name(), row(size), row(size));
            case 1 -> Curve.of(name(), x -> Math.tan(x * scale), range, 200);
            case 2 -> Curve.of(name(), x -> scale / x, range, 200);
            case 3 -> Curve.of(name(), Math::log, range, 200);
            default -> Curve.of(name(), x -> scale, range, 200);
        };
    }

    private Field field() {
        int columns = random.nextInt(2, 12);
        int rows = random.nextInt(2, 12);
        boolean classes = random.nextBoolean();
        Shading shading = classes ? new Shading.Classes(List.of(name(), name(), name())) : new Shading.Level(0);
        double[] grid = new double[columns * rows * shading.numbers()];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = random.nextInt(20) == 0 ? wild() : random.nextDouble(-1, 1);
        }
        return new Field(name(), Samples.of(grid), columns, rows, range(false), range(false), shading);
    }

    private Contours contours() {
        Field field = field();
        Field plain = new Field(
                name(),
                Samples.of(random.doubles((long) field.columns() * field.rows(), -1, 1)
                        .toArray()),
                field.columns(),
                field.rows(),
                field.xRange(),
                field.yRange(),
                new Shading.Level(0));
        boolean map = random.nextBoolean();
        List<Contours.Arrow> arrows = List.of(new Contours.Arrow(number(), number(), number(), number()));
        Contours.Region region = REGIONS.get(random.nextInt(REGIONS.size()));
        return map
                ? new Contours(name(), plain, List.of(-0.5, 0.0, 0.5), Contours.Region.NONE, arrows, List.of())
                : new Contours(name(), plain, List.of(0.0), region, List.of(), List.of());
    }

    private double[] row(int size) {
        double scale = number();
        double[] row = new double[size];
        for (int i = 0; i < size; i++) {
            row[i] = random.nextInt(20) == 0 ? wild() : scale * random.nextDouble(-1, 1);
        }
        return row;
    }

    private double wild() {
        double[] wild = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE, -0.0
        };
        return wild[random.nextInt(wild.length)];
    }

    /** Of any size from 1e-12 to 1e12, and of both signs. */
    private double number() {
        return random.nextInt(10) == 0 ? 0 : Math.pow(10, random.nextDouble(-12, 12)) * (random.nextBoolean() ? 1 : -1);
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
