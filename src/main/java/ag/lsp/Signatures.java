package ag.lsp;

import ag.help.Help;
import ag.help.Topic;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Statement;
import ag.lang.values.Callable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;

/** How the function is called between whose parentheses the cursor stands. */
record Signatures(Help help) {
    Optional<SignatureHelp> at(Analysis analysis, int offset) {
        List<Lexeme> before = analysis.lexemes().stream()
                .filter(lexeme -> lexeme.span().end() <= offset)
                .toList();
        int depth = 0;
        int commas = 0;
        for (int i = before.size() - 1; i > 0; i--) {
            String text = before.get(i).text();
            switch (before.get(i).kind()) {
                case CLOSING -> depth++;
                case OPENING -> {
                    if (depth == 0) {
                        return text.equals("(") && before.get(i - 1).isWord()
                                ? help(analysis, before.get(i - 1).text(), commas)
                                : Optional.empty();
                    }
                    depth--;
                }
                default -> commas += depth == 0 && text.equals(",") ? 1 : 0;
            }
        }
        return Optional.empty();
    }

    private Optional<SignatureHelp> help(Analysis analysis, String function, int argument) {
        return own(analysis, function)
                .or(() -> Optional.ofNullable(Analysis.library().get(function))
                        .filter(Callable.class::isInstance)
                        .map(Callable.class::cast)
                        .map(Callable::signature))
                .map(form -> shown(form, function, argument));
    }

    /** How a function of the program is called; empty where it has none of this name. */
    static Optional<String> own(Analysis analysis, String function) {
        return Optional.ofNullable(analysis.functions().get(function)).map(Signatures::form);
    }

    private static String form(Statement.FunctionDefinition made) {
        List<String> parameters = made.parameters().stream()
                .map(parameter -> parameter.standard() == null
                        ? parameter.name()
                        : parameter.span().text())
                .toList();
        return made.name() + "(" + String.join(", ", parameters) + ")";
    }

    private SignatureHelp shown(String form, String function, int argument) {
        SignatureInformation signature = new SignatureInformation(form);
        help.topic(function).map(Topic::summary).ifPresent(signature::setDocumentation);
        List<ParameterInformation> parameters = new ArrayList<>();
        int open = form.indexOf('(');
        int close = form.indexOf(')', open);
        if (open >= 0 && close > open + 1) {
            for (String parameter : form.substring(open + 1, close).split(",", -1)) {
                parameters.add(new ParameterInformation(parameter.strip()));
            }
        }
        signature.setParameters(parameters);
        return new SignatureHelp(
                List.of(signature), 0, parameters.isEmpty() ? null : Math.min(argument, parameters.size() - 1));
    }
}
