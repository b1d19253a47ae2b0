package ag;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.annotation.Testable;

/** Keeps {@code mvn test -Pquick} quick, and its classes, which run two at a time, out of each other's way. */
final class QuickRunTest {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .importUrl(QuickRunTest.class.getProtectionDomain().getCodeSource().getLocation());

    /** What is one for the whole JVM, by the methods that change it. */
    private static final Set<String> SHARED = Set.of(
            "java.util.Locale.setDefault",
            "java.util.TimeZone.setDefault",
            "java.lang.System.setIn",
            "java.lang.System.setOut",
            "java.lang.System.setErr",
            "java.lang.System.setProperty",
            "java.lang.System.clearProperty",
            "java.lang.System.setProperties");

    @Test
    void aTestThatStartsAnotherProgramIsTaggedAsSlow() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should(beTaggedIfTheyStartAProgram())
                .check(TESTS);
    }

    @Test
    void aTestThatChangesWhatAllShareIsIsolated() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Isolated.class)
                .should()
                .callMethodWhere(describe(
                        "changes what all tests share",
                        call -> SHARED.contains(call.getTargetOwner().getName() + "." + call.getName())))
                .check(TESTS);
    }

    private static ArchCondition<JavaMethod> beTaggedIfTheyStartAProgram() {
        return new ArchCondition<>("carry @Tag(\"slow\"), or their class, if they start another program") {
            @Override
            public void check(JavaMethod test, ConditionEvents events) {
                boolean fits = isTagged(test) || !startsAProgram(test);
                events.add(new SimpleConditionEvent(test, fits, test.getFullName() + " starts another program"));
            }
        };
    }

    private static boolean isTagged(JavaMethod test) {
        return test.isAnnotatedWith(Tag.class) || test.getOwner().isAnnotatedWith(Tag.class);
    }

    /** Whether the method, or test code that it calls, makes a process. */
    private static boolean startsAProgram(JavaMethod test) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(test));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.pop().getAccessesFromSelf()) {
                if (access.getTargetOwner().isEquivalentTo(ProcessBuilder.class)) {
                    return true;
                }
                if (access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called
                        && seen.add(called)) {
                    open.push(called);
                }
            }
        }
        return false;
    }
}
