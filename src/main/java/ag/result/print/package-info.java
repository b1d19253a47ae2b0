/**
 * Documents as text, HTML, LaTeX and Markdown, data as JSON, and the tools for text on a screen. Strings come out; who prints them decides
 * where. Start reading at {@link ag.result.print.TextRenderer} and {@link ag.result.print.JsonPrinter}.
 */
@NullMarked
package ag.result.print;

import org.jspecify.annotations.NullMarked;
