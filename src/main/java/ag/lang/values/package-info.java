/**
 * What a running program computes with: numbers with and without history, vectors, texts and functions, and the workspace
 * that holds the tape they live on. Leans on {@link ag.engine}, {@link ag.data} and {@link ag.lang.source}; start reading at
 * {@link ag.lang.values.Datum}.
 */
@NullMarked
package ag.lang.values;

import org.jspecify.annotations.NullMarked;
