/**
 * The built-in functions: one row each, with its parameters, its help line and what it does. The operations of the engine's
 * table come in by themselves. Leans on {@link ag.lang.values}; start reading at {@link ag.lang.builtins.Library}.
 */
@NullMarked
package ag.lang.builtins;

import org.jspecify.annotations.NullMarked;
