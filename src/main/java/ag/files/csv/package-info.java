/**
 * Data sets out of files of comma-separated values. Leans on {@link ag.data} and FastCSV; start reading at
 * {@link ag.files.csv.CsvReader}.
 */
@NullMarked
package ag.files.csv;

import org.jspecify.annotations.NullMarked;
