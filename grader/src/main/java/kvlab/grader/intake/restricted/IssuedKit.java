package kvlab.grader.intake.restricted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.intake.files.ContentDigest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A kit as students got it, by its files. The instructor's kit keeps one such file for each kit that was issued, so that grading
 * accepts unchanged files of all of them.
 *
 * @param digests of each file, by path, as {@link ContentDigest} computes them
 */
public record IssuedKit(SortedMap<String, String> digests) {

    /** The file in the issued kit. */
    public static final String FILE = "kit.json";

    /** The directory in the instructor's kit. */
    public static final String DIRECTORY = "kits";

    private static final String KEY = "files";

    /** Of the digest in a name. */
    private static final int DIGITS = 8;

    private static final JsonMapper JSON = new JsonMapper();

    public IssuedKit {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** The text of {@link #FILE}. */
    public String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(Map.of(KEY, digests))) + "\n";
    }

    /**
     * All that were issued from this kit, the file itself included in each.
     *
     * @param home the instructor's kit
     * @throws IOException if one cannot be read; the message names it
     */
    public static List<IssuedKit> of(Path home) throws IOException {
        Path directory = home.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<IssuedKit> kits = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                kits.add(read(file));
            }
        }
        return kits;
    }

    /**
     * Keeps the file of a kit that is issued.
     *
     * @param home the instructor's kit
     * @param name of the kit
     * @return where it is kept
     */
    public static Path keep(Path home, String name, byte[] kit) throws IOException {
        Path directory = Files.createDirectories(home.resolve(DIRECTORY));
        String digest = ContentDigest.of(kit).substring(0, DIGITS);
        return Files.write(directory.resolve(name + "-" + digest + ".json"), kit);
    }

    private static IssuedKit read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            SortedMap<String, String> digests = JSON.readValue(
                            content, new TypeReference<TreeMap<String, TreeMap<String, String>>>() {})
                    .getOrDefault(KEY, new TreeMap<>());
            digests.put(FILE, ContentDigest.of(content));
            return new IssuedKit(digests);
        } catch (JacksonException e) {
            throw new IOException(
                    file + " is not the " + FILE + " of a kit: make it again with ./kvlab kit, or delete it", e);
        }
    }
}
