/** What is to be read, before it is known in which form: start at {@link ag.document.Document} and {@link ag.document.Part}. */
@NullMarked
package ag.document;

import org.jspecify.annotations.NullMarked;
