package ag.lang.interpreter;

import ag.lang.builtins.Library;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.result.Plain;

/** All statements and functions there are: joined above the interpreter, which knows none of them by name. */
public interface Language {
    /** Turns a statement into code. */
    Code code(Statement statement, StatementCompiler compiler, Scope scope);

    /** What a value says that stands on its own: a function its formula, where it is one. */
    Plain shown(Machine machine, Datum datum, Span place);

    /** What has a name before a program begins. */
    Library library();
}
