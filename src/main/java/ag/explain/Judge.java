package ag.explain;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.result.Notation;
import ag.result.PracticeResult.Misconception;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges an answer to the question for a gradient. Where it is wrong, backward passes are run with one mistake after the other in
 * them, until it is known which of them give exactly this number.
 */
public final class Judge {
    /** This many edges are walked before the search for mistakes is given up. */
    private static final long MOST_WORK = 40_000_000;

    /** This many uses of a value are written out. */
    private static final int MOST_USES = 6;

    private static final int MOST_FOUND = 4;
    private static final int MOST_OF_ONE_KIND = 2;

    private final Tape tape;
    private final NodeNames names;
    private final int root;
    private final String result;

    /**
     * Judges gradients of the root of the tape's last backward pass.
     *
     * @param result what the root is called where it has no name
     */
    public Judge(Tape tape, NodeNames names, String result) {
        this.tape = tape;
        this.names = names;
        this.result = names.isNamed(tape.gradientRoot()) ? names.of(tape.gradientRoot()) : result;
        this.root = tape.gradientRoot();
    }

    /**
     * What is to be said of an answer.
     *
     * @param found the misconceptions that give exactly this answer; none where it is right
     * @param relation what holds, in names; empty where a misconception says it
     * @param hint the rule to begin with; empty likewise
     */
    public record Judgement(boolean right, List<Misconception> found, String relation, String hint) {
        public Judgement {
            found = List.copyOf(found);
        }
    }

    /** Judges an answer for the gradient of a node. */
    public Judgement of(int node, Answer answer) {
        double right = tape.gradient(node);
        if (answer.isMeant(right)) {
            return new Judgement(true, List.of(), "", "");
        }
        Between between = new Between(tape, node);
        List<Misconception> found = between.isEmpty() ? List.of() : misconceptions(between, answer, right);
        return found.isEmpty()
                ? new Judgement(false, found, relation(node, false), question(node))
                : new Judgement(false, found, "", "");
    }

    private List<Misconception> misconceptions(Between between, Answer answer, double right) {
        List<Misconception> found = new ArrayList<>();
        Fault before = tape.fault();
        long work = 0;
        try {
            for (Suspects.Suspect suspect : Suspects.of(tape, names, between, result)) {
                if (work > MOST_WORK || found.size() == MOST_FOUND) {
                    break;
                }
                if (isEnough(found, suspect)) {
                    continue;
                }
                tape.inject(suspect.fault());
                tape.backward(root);
                work += root;
                double faulty = tape.gradient(between.input());
                if (answer.isMeant(faulty) && !answer.isMeant(right) && !found.contains(suspect.misconception())) {
                    found.add(suspect.misconception());
                }
            }
        } finally {
            tape.inject(before);
            tape.backward(root);
        }
        return found;
    }

    /** Of one kind two are enough; what is done everywhere says nothing new where it was found in one place. */
    private static boolean isEnough(List<Misconception> found, Suspects.Suspect suspect) {
        long alike = found.stream()
                .filter(one -> one.slip() == suspect.misconception().slip())
                .count();
        return alike >= (suspect.general() ? 1 : MOST_OF_ONE_KIND);
    }

    /** How the gradient of a node comes about from those above it: ∂L/∂a = ∂L/∂t1·∂t1/∂a + …. */
    public String relation(int node) {
        return relation(node, true);
    }

    /** @param shown whether the rule of the last step is written out, which may be the answer */
    private String relation(int node, boolean shown) {
        List<Integer> users = users(node);
        if (node == root) {
            return result + " changes exactly as fast as itself";
        }
        if (users.isEmpty()) {
            // What was made after the result has no name in its graph.
            return "nothing in " + result + " is made from " + (node < root ? names.of(node) : "it");
        }
        if (!shown && users.equals(List.of(root))) {
            return names.of(node) + " is used in one step only: " + new StepText(tape, names).of(root);
        }
        return gradient(node) + " = "
                + users.stream()
                        .limit(MOST_USES)
                        .map(user -> user == root
                                ? shown
                                        ? rule(user, node)
                                        : "what " + new StepText(tape, names).of(root) + " hands to it at once"
                                : gradient(user) + "·" + Notation.derivative(names.of(user), names.of(node)))
                        .collect(Collectors.joining(" + "))
                + (users.size() > MOST_USES ? " + … " + (users.size() - MOST_USES) + " more" : "");
    }

    /** The local rule on the first edge up from a node: for t1 = a * b, ∂t1/∂a = b. */
    public String hint(int node) {
        List<Integer> users = users(node);
        return users.isEmpty() ? "" : localRule(users.getFirst(), node);
    }

    /** Asks for the local rule on the first edge up. */
    private String question(int node) {
        List<Integer> users = users(node);
        if (users.isEmpty()) {
            return "";
        }
        int user = users.getFirst();
        return "what is " + Notation.derivative(name(user), names.of(node)) + " for " + equation(user) + "?";
    }

    private String localRule(int user, int node) {
        return "for " + equation(user) + ", " + Notation.derivative(name(user), names.of(node)) + " = "
                + rule(user, node);
    }

    private String equation(int user) {
        StepText texts = new StepText(tape, names);
        return name(user).equals(result) && !names.isNamed(user) ? texts.of(user) : texts.equation(name(user), user);
    }

    private String rule(int user, int node) {
        int index = Arrays.stream(tape.operands(user)).boxed().toList().indexOf(node);
        return new StepText(tape, names).rule(user, name(user), index);
    }

    /** What is made from a node, the last first, as the backward pass meets it; twice what uses it twice. */
    private List<Integer> users(int node) {
        List<Integer> users = new ArrayList<>();
        for (int user = root; user > node; user--) {
            if (tape.isReached(user)) {
                for (int operand : tape.operands(user)) {
                    if (operand == node) {
                        users.add(user);
                    }
                }
            }
        }
        return users;
    }

    private String gradient(int node) {
        return Notation.derivative(result, name(node));
    }

    private String name(int node) {
        return node == root ? result : names.of(node);
    }
}
