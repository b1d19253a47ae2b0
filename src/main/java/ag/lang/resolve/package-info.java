/**
 * What can be known of a program from its tree alone, before it runs: its names, and what statements do with them. Leans on {@link ag.lang.syntax}; start reading at
 * {@link ag.lang.resolve.Resolution}.
 */
@NullMarked
package ag.lang.resolve;

import org.jspecify.annotations.NullMarked;
