package kvlab.grader.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All files below a directory, hidden ones too.
 *
 * @param texts by path from there, one character for each byte
 */
public record FileTree(SortedMap<String, String> texts) {

    public static FileTree of(Path directory) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(directory.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return new FileTree(texts);
    }

    /** How many there are at the top whose names end like this. */
    long count(String ending) {
        return texts.keySet().stream()
                .filter(path -> !path.contains("/") && path.endsWith(ending))
                .count();
    }
}
