package ag.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of diagnostics that stand in the source of ag. */
public final class DiagnosticCodes {
    /** What a program alone does not bring about: it takes a person at the keys, a small memory, or a mistake in ag. */
    private static final Set<String> FROM_OUTSIDE = Set.of("interrupted", "out-of-memory", "internal");

    /** The code is the first text in the call, behind at most one argument: {@code problem(0, "wrong-type", …)}. */
    private static final Pattern MADE = Pattern.compile(
            "(?:new AgException|new Diagnostic|problem|Problem)\\(\\s*(?:[\\w.()]+,\\s*)?\"([a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern CONSTANT = Pattern.compile("static final String [A-Z]+ = \"((?:limit-)[a-z]+)\"");

    private DiagnosticCodes() {}

    /** All of them. */
    public static Set<String> all() {
        Set<String> all = ofProgramsAlone();
        all.addAll(FROM_OUTSIDE);
        return all;
    }

    static Set<String> ofProgramsAlone() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "ag"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(DiagnosticCodes::read)
                    .flatMap(source -> Stream.of(MADE, CONSTANT)
                            .flatMap(pattern -> pattern.matcher(source).results())
                            .map(found -> found.group(1)))
                    .filter(code -> !FROM_OUTSIDE.contains(code))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
