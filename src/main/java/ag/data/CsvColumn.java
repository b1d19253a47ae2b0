package ag.data;

/** How a column of a CSV file is pointed at: by its name in the header line, or by its place. */
public sealed interface CsvColumn {
    /**
     * A column by the name in the header line, written as there; spaces around it do not matter.
     *
     * @param name the name
     */
    record Named(String name) implements CsvColumn {
        public Named {
            name = name.strip();
        }
    }

    /**
     * A column by its place.
     *
     * @param index 0 for the first column
     */
    record Numbered(int index) implements CsvColumn {}
}
