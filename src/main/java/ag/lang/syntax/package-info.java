/**
 * From text to tree: tokens, the grammar's parser, and the syntax tree as sealed records. Only this package sees ANTLR. Leans
 * on {@link ag.lang.source}; start reading at {@link ag.lang.syntax.Expr} and {@link ag.lang.syntax.Statement}.
 */
@NullMarked
package ag.lang.syntax;

import org.jspecify.annotations.NullMarked;
