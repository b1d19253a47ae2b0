package ag.help;

import ag.help.Topic.Fact;
import ag.help.Topic.Kind;
import ag.optimize.Argument;
import ag.optimize.OptimizerRule;
import java.util.ArrayList;
import java.util.List;

/** Topics that are read from the table of optimizers. */
final class OptimizerTopics {
    private OptimizerTopics() {}

    static Topic of(OptimizerRule rule) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("step", rule.formula()));
        facts.add(new Fact("source", rule.source()));
        List<String> written = rule.signature();
        for (int i = 0; i < written.size(); i++) {
            Argument argument = rule.arguments().get(i);
            String needed = argument.standard().isEmpty() ? " (must be given)" : "";
            facts.add(new Fact(
                    written.get(i),
                    argument.meaning() + needed + "; " + argument.range().words()));
        }
        String example = "let x = 4\nminimize (x - 1)^2 over x { optimizer " + rule.example() + "; steps 20 }";
        return Topic.of(rule.name(), Kind.OPTIMIZER, "optimizer " + rule.example(), rule.summary(), example)
                .with(facts);
    }
}
