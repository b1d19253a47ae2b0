/**
 * Runs programs: the syntax tree is turned once into {@link ag.lang.eval.Code} whose names are resolved, and that is run.
 * Leans on syntax, runtime and library; start reading at {@link ag.lang.eval.Interpreter}.
 */
@NullMarked
package ag.lang.eval;

import org.jspecify.annotations.NullMarked;
