package ag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the package map of {@code docs/architecture.md} true. */
final class ArchitectureTest {
    private static final String GENERATED = "ag.lang.syntax.grammar..";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ag");

    /** Parts of java.base: what every package may lean on, beside the nullness annotations. */
    private static final List<String> COMMON = List.of(
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.net..",
            "java.nio..",
            "java.security..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.jspecify..");

    /** A package, and what it may lean on beside itself and {@link #COMMON}. */
    record Place(String home, List<String> neighbours) {
        static Place of(String home, String... neighbours) {
            return new Place(home, List.of(neighbours));
        }

        String[] allowed() {
            return Stream.of(List.of(home), COMMON, neighbours)
                    .flatMap(names -> names.stream())
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return home;
        }
    }

    static Stream<Place> places() {
        return Stream.of(
                Place.of("ag.engine..", "org.apache.commons.numbers.."),
                Place.of("ag.spelling.."),
                Place.of("ag.data..", "ag.spelling..", "de.siegmar.fastcsv.."),
                Place.of("ag.nn..", "ag.engine..", "ag.data.."),
                Place.of(
                        "ag.files..",
                        "ag.engine..",
                        "ag.data..",
                        "ag.nn..",
                        "com.fasterxml.jackson.core..",
                        "com.google.protobuf..",
                        "ai.onnx.proto.."),
                Place.of(
                        "ag.chart..",
                        "java.awt..",
                        "javax.imageio..",
                        "org.apache.fontbox..",
                        "org.apache.pdfbox.io.."),
                Place.of("ag.diagram..", "ag.chart..", "org.eclipse.elk..", "org.eclipse.emf.common.util.."),
                Place.of("ag.files.page..", "ag.engine..", "ag.chart..", "com.fasterxml.jackson.core.."),
                Place.of(
                        "ag.lang..",
                        "ag.spelling..",
                        "ag.engine..",
                        "ag.data..",
                        "ag.nn..",
                        "ag.chart..",
                        "ag.diagram..",
                        "ag.files.page..",
                        "ag.files..",
                        "org.antlr.."),
                Place.of("ag.session..", "ag.engine..", "ag.data..", "ag.nn..", "ag.chart..", "ag.lang.."),
                Place.of("ag.result.print..", "ag.chart..", "ag.lang..", "com.fasterxml.jackson.core.."),
                Place.of(
                        "ag.help..",
                        "ag.spelling..",
                        "ag.engine..",
                        "ag.chart..",
                        "ag.lang..",
                        "ag.session..",
                        "ag.result.print.."),
                Place.of(
                        "ag.repl..",
                        "ag.spelling..",
                        "ag.lang..",
                        "ag.session..",
                        "ag.result.print..",
                        "ag.help..",
                        "ag.files..",
                        "org.jline.."),
                Place.of(
                        "ag.cli..",
                        "ag.spelling..",
                        "ag.lang..",
                        "ag.session..",
                        "ag.result.print..",
                        "ag.help..",
                        "ag.files..",
                        "ag.repl..",
                        "javax.xml.stream..",
                        "joptsimple.."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aPackageLeansOnlyOnWhatTheMapGivesIt(Place place) {
        classes()
                .that()
                .resideInAPackage(place.home())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(place.allowed())
                .allowEmptyShould(true) // until the package has its first class
                .check(MAIN);
    }

    @Test
    void everyClassHasAPlaceOnTheMap() {
        classes()
                .should()
                .resideInAnyPackage(places().map(Place::home).toArray(String[]::new))
                .check(MAIN);
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
    void packagesDoNotLeanOnOneAnotherInCircles() {
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
