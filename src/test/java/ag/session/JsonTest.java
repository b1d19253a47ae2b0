package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JSON says, and what is none; the values are those of Python's {@code json}. */
final class JsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        1                                | 1
        -0.5e2                           | -50
        1E+3                             | 1000
        0                                | 0
        \t[1 ,\t2\t, 3 ]\t               | [1, 2, 3]
        []                               | []
        [[1, 2], [3, 4]]                 | [[1, 2], [3, 4]]
        [true, false, 1]                 | [true, false, 1]
        null                             | nan
        [null, 1]                        | [nan, 1]
        "a\\/b\\\\c\\"d"                 | "a/b\\\\c\\"d"
        "\\u0041\\u00e4\\u20AC"          | "A\u00e4\u20ac"
        "x\\ny\\tz"                      | "x\\ny\\tz"
        """)
    void isReadAs(String json, String value) {
        Answers answers = Answers.after("t = from_json(" + quoted(json) + "); v = " + value);
        assertThat(answers.value("t")).as(json).isEqualTo(answers.value("v"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"a": 1, "b": [2, 3]}            | t.a                | 1
        {"a": 1, "b": [2, 3]}            | t.b                | [2, 3]
        {"a b": 1}                       | t["a b"]           | 1
        {"a": {"b": {"c": 7}}}           | t.a.b.c            | 7
        [{"a": 1}, {"a": 2}]             | t.a                | [1, 2]
        {"a": [{"b": 1}, {"b": 3}]}      | t.a.b              | [1, 3]
        {}                               | len([1])           | 1
        """)
    void aFieldIs(String json, String field, String value) {
        assertThat(Answers.after("t = from_json(" + quoted(json) + ")").value(field))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ~~                | it ends too early
        [1, 2             | a ',' or a ']' is missing
        [1 2]             | a ',' or a ']' is missing
        [1,]              | this is no value
        [1] 2             | there is something behind the end
        {"a": 1           | a ',' or a '}' is missing
        {"a" 1}           | a ':' is missing
        {a: 1}            | a name in quotes is missing
        {"a": 1,}         | a name in quotes is missing
        {1: 2}            | a name in quotes is missing
        {"a": 1, "a": 2}  | the name "a" stands twice in one object
        tru               | this is no value
        nul               | this is no value
        nan               | this is no value
        .5                | this is no value
        01                | there is something behind the end
        1.                | there is something behind the end
        +1                | this is no value
        "a                | a text has no end
        "\\x"             | '\\x' means nothing in JSON
        "\\u12g4"         | \\u needs four digits
        "\\u12"           | \\u needs four digits
        'a'               | this is no value
        """)
    void isNone(String json, String problem) {
        assertThat(new Answers()
                        .mistake("from_json(" + quoted(json) + ")")
                        .orElseThrow()
                        .message())
                .as(json)
                .contains(problem);
    }

    /** As a text of the language. */
    private static String quoted(String json) {
        return '"'
                + json.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("{", "\\{")
                        .replace("}", "\\}")
                        .replace("\t", "\\t")
                + '"';
    }
}
