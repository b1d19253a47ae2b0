/**
 * Algebra on formulas as they are written. A {@link ag.lang.algebra.Term} is a formula; all numbers in it are exact.
 *
 * <ul>
 *   <li>{@link ag.lang.algebra.TermReader} makes one from the syntax tree, with a meaning for each name.
 *   <li>{@link ag.lang.algebra.Simplifier} gives its shortest form, and the named steps that lead there.
 *   <li>{@link ag.lang.algebra.Derivation} derives it step by step; {@link ag.lang.algebra.Differentiator} takes single rules, each
 *       of which can be exchanged for another.
 *   <li>{@link ag.lang.algebra.Equality} tells whether two formulas are the same function.
 *   <li>{@link ag.lang.algebra.PointEvaluation} gives its value at a point, as a double; {@link ag.lang.algebra.Precise} to many digits.
 *   <li>{@link ag.lang.algebra.TextWriter}, {@link ag.lang.algebra.LatexWriter} and {@link ag.lang.algebra.MathMlWriter} write it.
 *   <li>{@link ag.lang.algebra.Letters} finds and replaces the letters in it.
 * </ul>
 *
 * Derivative rules come from the table of operations. Leans on {@link ag.engine} and {@link ag.lang.syntax}; start reading at
 * {@link ag.lang.algebra.Term}.
 */
@NullMarked
package ag.lang.algebra;

import org.jspecify.annotations.NullMarked;
