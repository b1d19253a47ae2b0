/**
 * What can be known of a program from its tree alone, before it runs. Leans on {@link ag.lang.syntax}; start reading at
 * {@link ag.lang.resolve.SetFinder}.
 */
@NullMarked
package ag.lang.resolve;

import org.jspecify.annotations.NullMarked;
