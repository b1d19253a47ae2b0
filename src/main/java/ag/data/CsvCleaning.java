package ag.data;

import java.util.OptionalDouble;

/**
 * How a table with gaps and texts becomes numbers.
 *
 * @param header whether the first line names the columns
 * @param decimal what stands before the decimals of a number: a point or a comma
 * @param missing what becomes of a missing value
 * @param value the number put in its place, where {@code missing} is {@link Missing#VALUE}
 * @param categories what becomes of an input column of texts
 */
public record CsvCleaning(boolean header, char decimal, Missing missing, OptionalDouble value, Categories categories) {
    /** What becomes of missing values. */
    public enum Missing {
        /** They are refused. */
        REFUSE,
        /** The row is left out. */
        DROP,
        /** The mean of the column; among texts the most frequent one. */
        MEAN,
        /** The median of the column; among texts the most frequent one. */
        MEDIAN,
        /** A given number; among texts the most frequent one. */
        VALUE
    }

    /** What becomes of input columns of texts. */
    public enum Categories {
        REFUSE,
        /** A column for each different text, with 1 where it stands and 0 elsewhere. */
        ONE_HOT,
        /** 0, 1, 2 … in the sorted order of the texts. */
        CODES
    }
}
