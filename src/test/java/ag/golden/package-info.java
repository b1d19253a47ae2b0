/**
 * Programs with the text they must print: {@code src/test/resources/programs} has one folder for each feature of the language,
 * {@code src/test/resources/errors} one for each kind of mistake. Beside each {@code .ag} file stands its {@code .out}.
 *
 * <p>After a change of wording run {@code mvn test -Dtest=GoldenTest -Dgolden.update=true} and read the difference like code.
 * Start reading at {@link ag.golden.GoldenTest}.
 */
@NullMarked
package ag.golden;

import org.jspecify.annotations.NullMarked;
