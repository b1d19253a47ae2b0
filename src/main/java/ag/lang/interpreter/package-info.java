/**
 * Runs programs: the syntax tree is turned once into {@link ag.lang.interpreter.Code} whose names are resolved, and that is run.
 * Leans on syntax, runtime and library; start reading at {@link ag.lang.interpreter.Interpreter}.
 */
@NullMarked
package ag.lang.interpreter;

import org.jspecify.annotations.NullMarked;
