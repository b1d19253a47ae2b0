/**
 * Results as text for people and as JSON for programs. Strings come out; who prints them decides where. Leans on
 * {@link ag.lang.result}; start reading at {@link ag.print.TextPrinter} and {@link ag.print.JsonPrinter}.
 */
@NullMarked
package ag.print;

import org.jspecify.annotations.NullMarked;
