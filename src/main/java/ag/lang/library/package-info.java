/**
 * The built-in functions: one row each, with its parameters, its help line and what it does. The operations of the engine's
 * table come in by themselves. Leans on {@link ag.lang.runtime}; start reading at {@link ag.lang.library.Library}.
 */
@NullMarked
package ag.lang.library;

import org.jspecify.annotations.NullMarked;
