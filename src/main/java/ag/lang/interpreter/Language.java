package ag.lang.interpreter;

import ag.lang.builtins.Library;
import ag.lang.syntax.Statement;

/** All statements and functions there are: joined above the interpreter, which knows none of them by name. */
public interface Language {
    /** Turns a statement into code. */
    Code code(Statement statement, StatementCompiler compiler, Scope scope);

    /** What has a name before a program begins. */
    Library library();
}
