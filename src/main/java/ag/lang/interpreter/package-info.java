/**
 * Runs programs: the syntax tree is turned once into {@link ag.lang.interpreter.Code} whose names are resolved, and that is run.
 * Leans on {@link ag.lang.syntax}, {@link ag.lang.values} and {@link ag.lang.builtins}; start reading at {@link ag.lang.interpreter.Interpreter}.
 */
@NullMarked
package ag.lang.interpreter;

import org.jspecify.annotations.NullMarked;
