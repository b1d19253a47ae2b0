/**
 * The documentation, run: every {@code ag} block of the README and of {@code docs/} and every file of {@code examples/} prints
 * what stands beside it, and the tables of functions are those of the program.
 *
 * <p>After a change of wording run {@code mvn test -Dtest='ag.docs.*' -Dgolden.update=true} and read the difference like code.
 * Start reading at {@link ag.docs.ExampleTest}, then {@code PageTest}.
 */
@NullMarked
package ag.docs;

import org.jspecify.annotations.NullMarked;
