/**
 * Explains the language: a topic for each function, operator, statement and idea. Functions and operators are read from the
 * operation table and the library; statements and ideas are rows of tables here. Examples are run when a topic is printed.
 * Leans on {@link ag.session} and {@link ag.result.print}; start reading at {@link ag.help.Help}.
 */
@NullMarked
package ag.help;

import org.jspecify.annotations.NullMarked;
