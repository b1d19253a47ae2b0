package ag.data;

/**
 * A data set out of a table with gaps and texts, and how it differs from the table.
 *
 * @param report how many rows were left out and values filled in, column by column; empty where none was
 */
public record CleanedData(DataSet data, String report) {}
