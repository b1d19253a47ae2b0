package ag.chart;

/** The shape drawn for a point. Shapes differ so that classes can be told apart without colour. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    PLUS;

    /** The marker for the class with this number, counted from 0; after the last shape they begin again. */
    public static Marker forClass(int number) {
        Marker[] all = values();
        return all[Math.floorMod(number, all.length)];
    }
}
