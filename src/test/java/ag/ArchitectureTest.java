package ag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.Main;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the package map of {@code docs/architecture.md} true. */
final class ArchitectureTest {
    private static final String GENERATED = "ag.lang.syntax.grammar..";

    /** Without the module for browsers, which only the profile web compiles. */
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/ag/web/"))
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    /** What of Java every class may use, beside the nullness annotations. */
    private static final List<String> EVERYWHERE = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.ref",
            "java.lang.runtime",
            "java.math",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");

    /** A floor leans on those before it. */
    private enum Floor {
        /** Runs where there are no files, no threads, no terminal and no clock. */
        CORE,
        FILES,
        SHELL
    }

    /** What of Java and of the libraries a floor may use, beside what every class may. */
    private static final Map<Floor, List<String>> LIBRARIES = Map.of(
            Floor.CORE,
            List.of(),
            Floor.FILES,
            List.of(
                    "java.io..",
                    "java.nio..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.zip..",
                    "com.fasterxml.jackson.core..",
                    "com.google.protobuf..",
                    "ai.onnx.proto..",
                    "de.siegmar.fastcsv..",
                    "java.awt..",
                    "org.apache.fontbox.ttf..",
                    "org.apache.pdfbox.io..",
                    "javax.imageio..",
                    "org.eclipse.elk..",
                    "org.eclipse.emf.common.util.."),
            Floor.SHELL,
            List.of(
                    "java.io..",
                    "java.nio..",
                    "java.time..",
                    "java.util.concurrent..",
                    "org.jline..",
                    "javax.xml.stream..",
                    "joptsimple.."));

    /** A package with those below it that are no rooms themselves, and the rooms and libraries it may use. */
    private record Room(Floor floor, String home, List<String> neighbours) {
        boolean contains(String packageName) {
            return packageName.equals(home) || packageName.startsWith(home + ".");
        }
    }

    private static Room room(Floor floor, String home, String... neighbours) {
        return new Room(floor, home, List.of(neighbours));
    }

    /** From the ground up: a room uses only rooms above its own line. */
    private static final List<Room> ROOMS = List.of(
            room(Floor.CORE, "ag.spelling"),
            room(Floor.CORE, "ag.engine", "org.apache.commons.numbers.."),
            room(Floor.CORE, "ag.numeric", "ag.engine"),
            room(Floor.CORE, "ag.data", "ag.spelling", "ag.engine"),
            room(Floor.CORE, "ag.optimize", "ag.engine"),
            room(Floor.CORE, "ag.nn", "ag.engine", "ag.data"),
            room(Floor.CORE, "ag.nn.batch", "ag.engine", "ag.data", "ag.nn"),
            room(Floor.CORE, "ag.fit", "ag.engine", "ag.data", "ag.nn", "org.apache.commons.numbers.."),
            room(Floor.CORE, "ag.nn.training", "ag.engine", "ag.data", "ag.optimize", "ag.nn", "ag.nn.batch"),
            room(Floor.CORE, "ag.chart", "ag.spelling", "ag.engine"),
            room(Floor.CORE, "ag.diagram", "ag.engine", "ag.chart"),
            room(Floor.CORE, "ag.lang.source"),
            room(Floor.CORE, "ag.lang.syntax", "ag.spelling", "ag.engine", "ag.lang.source", "org.antlr.."),
            room(Floor.CORE, "ag.lang.resolve", "ag.lang.source", "ag.lang.syntax"),
            room(
                    Floor.CORE,
                    "ag.torch",
                    "ag.engine",
                    "ag.data",
                    "ag.optimize",
                    "ag.nn",
                    "ag.nn.training",
                    "ag.fit",
                    "ag.lang.syntax"),
            room(Floor.CORE, "ag.lang.algebra", "ag.engine", "ag.numeric", "ag.lang.source", "ag.lang.syntax"),
            room(Floor.CORE, "ag.result", "ag.engine", "ag.chart", "ag.lang.source", "ag.lang.algebra"),
            room(Floor.CORE, "ag.document", "ag.chart", "ag.lang.source", "ag.lang.algebra", "ag.result"),
            room(Floor.CORE, "ag.present", "ag.chart", "ag.lang.source", "ag.lang.algebra", "ag.result", "ag.document"),
            room(
                    Floor.CORE,
                    "ag.result.print",
                    "ag.spelling",
                    "ag.chart",
                    "ag.lang.source",
                    "ag.lang.algebra",
                    "ag.result",
                    "ag.document",
                    "ag.present"),
            room(Floor.CORE, "ag.lang.reading", "ag.spelling", "ag.lang.source", "ag.lang.syntax", "ag.result"),
            room(Floor.CORE, "ag.lang.mistakes", "ag.engine", "ag.lang.algebra"),
            room(
                    Floor.CORE,
                    "ag.explain",
                    "ag.engine",
                    "ag.chart",
                    "ag.diagram",
                    "ag.lang.source",
                    "ag.lang.algebra",
                    "ag.lang.algebra",
                    "ag.result"),
            room(
                    Floor.CORE,
                    "ag.host",
                    "ag.data",
                    "ag.nn",
                    "ag.nn.training",
                    "ag.chart",
                    "ag.diagram",
                    "ag.lang.source",
                    "ag.explain"),
            room(
                    Floor.CORE,
                    "ag.lang.values",
                    "ag.engine",
                    "ag.numeric",
                    "ag.data",
                    "ag.lang.source",
                    "ag.result",
                    "ag.host"),
            room(
                    Floor.CORE,
                    "ag.lang.builtins",
                    "ag.engine",
                    "ag.numeric",
                    "ag.data",
                    "ag.optimize",
                    "ag.lang.source",
                    "ag.result",
                    "ag.lang.values"),
            room(
                    Floor.CORE,
                    "ag.lang.linear",
                    "ag.engine",
                    "ag.numeric",
                    "ag.optimize",
                    "ag.lang.source",
                    "ag.result",
                    "ag.lang.values",
                    "ag.lang.builtins"),
            room(
                    Floor.CORE,
                    "ag.lang.ode",
                    "ag.engine",
                    "ag.numeric",
                    "ag.lang.source",
                    "ag.result",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.linear"),
            room(
                    Floor.CORE,
                    "ag.lang.interpreter",
                    "ag.spelling",
                    "ag.engine",
                    "ag.data",
                    "ag.nn",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.lang.resolve",
                    "ag.result",
                    "ag.lang.reading",
                    "ag.lang.algebra",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.linear",
                    "ag.host"),
            room(
                    Floor.CORE,
                    "ag.lang.statements",
                    "ag.spelling",
                    "ag.engine",
                    "ag.numeric",
                    "ag.data",
                    "ag.optimize",
                    "ag.nn",
                    "ag.nn.batch",
                    "ag.nn.training",
                    "ag.fit",
                    "ag.chart",
                    "ag.diagram",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.torch",
                    "ag.result",
                    "ag.lang.mistakes",
                    "ag.lang.algebra",
                    "ag.lang.algebra",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.linear",
                    "ag.lang.ode",
                    "ag.explain",
                    "ag.document",
                    "ag.present",
                    "ag.result.print",
                    "ag.lang.interpreter",
                    "ag.host"),
            room(
                    Floor.CORE,
                    "ag.session",
                    "ag.data",
                    "ag.nn.training",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.lang.resolve",
                    "ag.result",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.interpreter",
                    "ag.lang.statements",
                    "ag.host"),
            room(
                    Floor.FILES,
                    "ag.files",
                    "ag.engine",
                    "ag.data",
                    "ag.optimize",
                    "ag.nn",
                    "ag.nn.training",
                    "ag.lang.source",
                    "ag.lang.values"),
            room(Floor.FILES, "ag.files.csv", "ag.spelling", "ag.data", "ag.files"),
            room(Floor.FILES, "ag.files.picture", "ag.chart", "ag.diagram"),
            room(Floor.FILES, "ag.files.page", "ag.engine", "ag.chart", "ag.explain"),
            room(
                    Floor.FILES,
                    "ag.machine",
                    "ag.data",
                    "ag.nn",
                    "ag.nn.training",
                    "ag.chart",
                    "ag.diagram",
                    "ag.lang.source",
                    "ag.explain",
                    "ag.host",
                    "ag.files",
                    "ag.files.csv",
                    "ag.files.picture",
                    "ag.files.page"),
            room(
                    Floor.SHELL,
                    "ag.help",
                    "ag.spelling",
                    "ag.engine",
                    "ag.optimize",
                    "ag.chart",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.result",
                    "ag.result.print",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.interpreter",
                    "ag.lang.statements",
                    "ag.session",
                    "ag.host"),
            room(
                    Floor.SHELL,
                    "ag.assist",
                    "ag.spelling",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.result",
                    "ag.result.print",
                    "ag.lang.interpreter",
                    "ag.lang.statements",
                    "ag.help",
                    "ag.machine"),
            room(
                    Floor.SHELL,
                    "ag.client",
                    "ag.chart",
                    "ag.diagram",
                    "ag.document",
                    "ag.present",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.lang.resolve",
                    "ag.result",
                    "ag.result.print",
                    "ag.explain",
                    "ag.lang.values",
                    "ag.lang.interpreter",
                    "ag.session",
                    "ag.host",
                    "ag.help",
                    "ag.assist",
                    "ag.machine"),
            room(
                    Floor.SHELL,
                    "ag.api",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.result",
                    "ag.result.print",
                    "ag.session",
                    "ag.client",
                    "ag.machine"),
            room(Floor.SHELL, "ag.script", "ag.api", "javax.script.."),
            room(
                    Floor.SHELL,
                    "ag.serve",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.result",
                    "ag.result.print",
                    "ag.host",
                    "ag.assist",
                    "ag.client",
                    "ag.lang.values",
                    "ag.machine",
                    "com.fasterxml.jackson.core.."),
            room(
                    Floor.SHELL,
                    "ag.kernel",
                    "ag.spelling",
                    "ag.lang.source",
                    "ag.lang.values",
                    "ag.result",
                    "ag.result.print",
                    "ag.session",
                    "ag.host",
                    "ag.files",
                    "ag.help",
                    "ag.assist",
                    "ag.client",
                    "ag.machine",
                    "java.security..",
                    "org.dflib.jjava..",
                    "org.zeromq..",
                    "com.google.gson.."),
            room(
                    Floor.SHELL,
                    "ag.repl",
                    "ag.spelling",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.lang.reading",
                    "ag.lang.resolve",
                    "ag.result",
                    "ag.result.print",
                    "ag.lang.values",
                    "ag.lang.interpreter",
                    "ag.lang.statements",
                    "ag.session",
                    "ag.files",
                    "ag.help",
                    "ag.assist",
                    "ag.client",
                    "ag.machine"),
            room(
                    Floor.SHELL,
                    "ag.lsp",
                    "ag.spelling",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.lang.resolve",
                    "ag.result",
                    "ag.result.print",
                    "ag.lang.values",
                    "ag.lang.builtins",
                    "ag.lang.interpreter",
                    "ag.lang.statements",
                    "ag.session",
                    "ag.host",
                    "ag.help",
                    "ag.assist",
                    "ag.client",
                    "ag.machine",
                    "java.net..",
                    "org.eclipse.lsp4j..",
                    "com.google.gson.."),
            room(
                    Floor.SHELL,
                    "ag.cli",
                    "ag.spelling",
                    "ag.engine",
                    "ag.data",
                    "ag.lang.source",
                    "ag.lang.syntax",
                    "ag.result",
                    "ag.result.print",
                    "ag.lang.values",
                    "ag.session",
                    "ag.files",
                    "ag.help",
                    "ag.repl",
                    "ag.serve",
                    "ag.kernel",
                    "ag.lsp",
                    "ag.machine"));

    /** Whether a package belongs to the core. */
    static boolean isCore(String packageName) {
        return roomOf(packageName).map(room -> room.floor() == Floor.CORE).orElse(false);
    }

    @Test
    void aRoomUsesOnlyWhatTheMapGivesIt() {
        assertThat(beyond()).isEmpty();
    }

    @Test
    void roomsUseOneAnotherOneWay() {
        for (int i = 0; i < ROOMS.size(); i++) {
            Room room = ROOMS.get(i);
            List<String> below = ROOMS.subList(0, i).stream().map(Room::home).toList();
            assertThat(room.neighbours().stream().filter(name -> name.startsWith("ag.")))
                    .as(room.home())
                    .isSubsetOf(below);
            assertThat(ROOMS.subList(0, i)).as(room.home()).allMatch(other -> other.floor.compareTo(room.floor) <= 0);
        }
    }

    @Test
    void noTwoClassesHaveTheSameSimpleName() {
        Map<String, List<String>> homes = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        homes.values().removeIf(packages -> packages.size() == 1);
        assertThat(homes).isEmpty();
    }

    @Test
    void theMapOfTheDocumentationNamesEveryRoom() throws IOException {
        String map = Files.readString(Path.of("docs", "architecture.md"));
        assertThat(MAIN.stream()
                        .map(type -> roomOf(type.getPackageName()).orElseThrow().home())
                        .distinct())
                .allSatisfy(home -> assertThat(map).contains("| `" + home + "` |"));
    }

    /** A class uses a package that neither its floor nor its room gives it. */
    private record Use(String user, String used) {
        @Override
        public String toString() {
            return user + " uses " + used;
        }
    }

    private static Set<Use> beyond() {
        Set<Use> uses = new LinkedHashSet<>();
        // A room asks for the same few packages thousands of times.
        Map<Use, Boolean> allowed = new HashMap<>();
        for (JavaClass user : MAIN) {
            Room home = roomOf(user.getPackageName())
                    .orElseThrow(() -> new AssertionError(user.getName() + " is in no room of the map"));
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!used.isEmpty()
                        && !allowed.computeIfAbsent(new Use(home.home(), used), _ -> isAllowed(home, used))) {
                    uses.add(new Use(user.getName().replaceAll("\\$.*", ""), used));
                }
            }
        }
        return uses;
    }

    private static boolean isAllowed(Room home, String used) {
        Optional<Room> room = roomOf(used);
        return room.isPresent()
                ? room.get().equals(home) || home.neighbours.contains(room.get().home)
                : Stream.of(EVERYWHERE, LIBRARIES.getOrDefault(home.floor, List.of()), home.neighbours)
                        .flatMap(List::stream)
                        .anyMatch(pattern -> PackageMatcher.of(pattern).matches(used));
    }

    private static Optional<Room> roomOf(String packageName) {
        return ROOMS.stream()
                .filter(room -> room.contains(packageName))
                .max(Comparator.comparingInt(room -> room.home().length()));
    }

    @Test
    void onlyTheSyntaxSeesTheParserGenerator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ag.lang.syntax..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(MAIN);
    }

    @Test
    void packagesDoNotUseOneAnotherInCircles() {
        slices().matching("ag.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void onlyTheShellsReachTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("ag.cli..", "ag.repl..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    @Test
    void noStaticFieldCanBeReassigned() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .beFinal()
                .allowEmptyShould(true) // a program without static fields is welcome
                .check(MAIN);
    }

    @Test
    void aNameSaysMoreThanThatAClassIsOfUse() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(MAIN);
    }

    @Test
    void everyPackageIsIntroducedAndNullMarked() {
        classes()
                .that()
                .resideOutsideOfPackage(GENERATED)
                .should(liveInANullMarkedPackage())
                .check(MAIN);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info.java says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
