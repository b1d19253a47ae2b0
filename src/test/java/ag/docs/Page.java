package ag.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record Page(Path file) {
    private static final String FENCE = "```";

    /** The README and the pages of {@code docs/}. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            Stream<Path> pages =
                    docs.filter(file -> file.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(Path.of("README.md")), pages)
                    .map(Page::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the page. */
    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the page anew. */
    void write(List<String> lines) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of code, from the first to the last. */
    List<Block> blocks() {
        List<String> lines = lines();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String opening = lines.get(i).stripLeading();
            if (opening.startsWith(FENCE)) {
                String indent = lines.get(i).substring(0, lines.get(i).length() - opening.length());
                int start = i + 1;
                i = start + lines.subList(start, lines.size()).indexOf(indent + FENCE);
                blocks.add(new Block(
                        this, start, opening.substring(FENCE.length()), without(indent, lines.subList(start, i))));
            }
        }
        return blocks;
    }

    /** The lines of a block that stands further in, as in a list. */
    private static List<String> without(String indent, List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
