/**
 * Program text, places in it, and messages about them. Leans on the JDK alone; start reading at
 * {@link ag.lang.source.Diagnostic}.
 */
@NullMarked
package ag.lang.source;

import org.jspecify.annotations.NullMarked;
