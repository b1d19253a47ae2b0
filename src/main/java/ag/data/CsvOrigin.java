package ag.data;

/**
 * The file that a data set is read from, where nothing was filled in, left out or rescaled since.
 *
 * @param path as the program names it
 */
public record CsvOrigin(String path, CsvOptions options) {}
