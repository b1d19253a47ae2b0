package ag.chart.drawing;

import org.jspecify.annotations.Nullable;

/** What a closed shape looks like: its inside, its outline, or both; an absent part is not drawn. */
public record Paint(@Nullable Color fill, @Nullable Stroke outline) {
    public static Paint filled(Color color) {
        return new Paint(color, null);
    }

    public static Paint outlined(Stroke stroke) {
        return new Paint(null, stroke);
    }

    public static Paint of(Color fill, Stroke outline) {
        return new Paint(fill, outline);
    }
}
