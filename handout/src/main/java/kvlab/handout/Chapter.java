package kvlab.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * One Markdown file of the handout.
 *
 * @param file from the repository's root
 * @param text its parsed content
 */
record Chapter(Path file, Node text) {

    static final List<Extension> MARKDOWN = List.of(TablesExtension.create());

    private static final Path FOLDER = Path.of("handout", "src", "main", "markdown");

    /** All chapters, in the order of their file names. */
    static List<Chapter> allOf(Path repository) {
        Parser parser = Parser.builder()
                .extensions(MARKDOWN)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build();
        try (Stream<Path> files = Files.list(repository.resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> new Chapter(repository.relativize(file), parser.parse(read(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return file.getParent();
    }

    Misprint misprint(Node at, String problem) {
        List<SourceSpan> spans = at.getSourceSpans();
        int line = spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
        return new Misprint(file, line, problem);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
