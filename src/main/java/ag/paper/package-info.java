/**
 * Documents to be read and printed: headings, formulas with their steps, tables, exercises with room to write, as a web page of one
 * file, as Markdown or as LaTeX. Leans on {@link ag.lang.algebra}, which writes formulas; start reading at {@link ag.paper.Paper}.
 */
@NullMarked
package ag.paper;

import org.jspecify.annotations.NullMarked;
