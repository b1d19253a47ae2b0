package ag;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A switch over a sealed type has no {@code default}: a kind that is added later is named by the compiler, and falls in nowhere unseen. */
@Tag("slow")
final class ExhaustiveSwitchTest {
    /** The classes that treat a few kinds in their own way, and why the others need no thought there. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            // What a shell shows in its own way; Presentation.of knows all kinds.
            "Result",
            Set.of("EntryPrinter", "ExportCommand", "NotebookCell", "Server"),
            // What an editor or a preview offers beside; StandardLanguage and StatementNames know all kinds.
            "Statement",
            Set.of("BoundedRun", "DocumentViews", "LiveSource", "LiveValue"),
            // How some forms are read or written that mean more than their parts; Parts and ExpressionCompiler know all
            // kinds.
            "Expr",
            Set.of(
                    "Applications",
                    "AskedDerivative",
                    "Factors",
                    "OdeBuilder",
                    "OfFunctions",
                    "PlaceReader",
                    "RightEnd",
                    "StatementNames",
                    "Written"));

    @Test
    void aSwitchOverASealedTypeHasNoDefault() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        EXCEPTIONS.forEach((type, classes) -> expected.put(type, new TreeSet<>(classes)));
        assertThat(defaults(sources())).isEqualTo(expected);
    }

    /** A {@code default}, or a pattern that may take all that is left. */
    private static final Pattern DEFAULT = Pattern.compile("default ->|case [A-Z]\\w+ \\w+\\s");

    /** Those sources in which one may stand at all: the types that they name are there as classes. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> DEFAULT.matcher(read(file)).find())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes with such a switch, by the type that it goes over. */
    private static Map<String, Set<String>> defaults(List<Path> sources) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-implicit:none", "-cp", System.getProperty("java.class.path"));
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Trees trees = Trees.instance(task);
            Switches switches = new Switches(found);
            units.forEach(unit -> switches.scan(unit, trees));
        }
        return found;
    }

    private static final class Switches extends TreePathScanner<Void, Trees> {
        private final Map<String, Set<String>> found;

        private Switches(Map<String, Set<String>> found) {
            this.found = found;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Trees trees) {
            look(tree.getExpression(), tree.getCases(), trees);
            return super.visitSwitch(tree, trees);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Trees trees) {
            look(tree.getExpression(), tree.getCases(), trees);
            return super.visitSwitchExpression(tree, trees);
        }

        /** Whether it is a pattern such as {@code case Expr other}, which is a default by another name. */
        private boolean takesAll(CaseTree each, Element sealed, Trees trees) {
            return each.getGuard() == null
                    && each.getLabels().stream()
                            .anyMatch(label -> label instanceof PatternCaseLabelTree pattern
                                    && pattern.getPattern() instanceof BindingPatternTree binding
                                    && sealed.equals(trees.getElement(new TreePath(
                                            getCurrentPath(),
                                            binding.getVariable().getType()))));
        }

        private void look(ExpressionTree selector, List<? extends CaseTree> cases, Trees trees) {
            ExpressionTree inside = ((ParenthesizedTree) selector).getExpression();
            boolean hasDefault = cases.stream()
                    .flatMap(each -> each.getLabels().stream())
                    .anyMatch(DefaultCaseLabelTree.class::isInstance);
            if (trees.getTypeMirror(new TreePath(getCurrentPath(), inside)) instanceof DeclaredType type
                    && type.asElement().getModifiers().contains(Modifier.SEALED)
                    && (hasDefault || cases.stream().anyMatch(each -> takesAll(each, type.asElement(), trees)))) {
                String file = Path.of(getCurrentPath()
                                .getCompilationUnit()
                                .getSourceFile()
                                .getName())
                        .getFileName()
                        .toString();
                found.computeIfAbsent(type.asElement().getSimpleName().toString(), _ -> new TreeSet<>())
                        .add(file.replace(".java", ""));
            }
        }
    }
}
