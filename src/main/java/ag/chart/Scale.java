package ag.chart;

/** How numbers are spaced along an axis. */
public enum Scale {
    LINEAR,

    /** Equal factors take equal room. Numbers at or below 0 have no place and are left out. */
    LOGARITHMIC,

    /** Logarithmic where all numbers to show are above 0 and the largest is at least 1000 times the smallest. */
    AUTOMATIC
}
