package kvlab.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Histories recorded by other projects, if present next to this project; the README there describes their format. */
final class PublicHistories {
    private PublicHistories() {}

    /** Where they are if they are there: {@code ../shared/data/histories} as seen from the project's root. */
    static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data").resolve("histories");
    }

    static History read(Path file) {
        try {
            return EventLog.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
