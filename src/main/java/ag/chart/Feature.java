package ag.chart;

/**
 * A place of a curve that is worth telling to a reader who does not see it: where it crosses zero, turns, runs off or ends.
 *
 * @param y the curve's height there; not finite at an asymptote
 */
public record Feature(Kind kind, double x, double y) {
    /** What is to be seen at the place. */
    public enum Kind {
        ZERO("zero", "zeros"),
        /** Higher than on both sides. */
        TOP("maximum", "maxima"),
        /** Lower than on both sides. */
        BOTTOM("minimum", "minima"),
        /** The curve grows without a bound towards the place, as 1/x and ln x do towards 0. */
        ASYMPTOTE("vertical asymptote", "vertical asymptotes"),
        /** The curve goes on at another height. */
        JUMP("jump", "jumps"),
        /** The function is defined on one side only. */
        END("end", "ends"),
        /** The function is defined on both sides, and not at the place itself. */
        HOLE("hole", "holes");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** What this many of them are called. */
        public String called(int count) {
            return count == 1 ? one : several;
        }
    }
}
