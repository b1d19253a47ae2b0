/**
 * Results as text for people and as JSON for programs. Strings come out; who prints them decides where. Leans on
 * {@link ag.result}; start reading at {@link ag.result.print.TextPrinter} and {@link ag.result.print.JsonPrinter}.
 */
@NullMarked
package ag.result.print;

import org.jspecify.annotations.NullMarked;
