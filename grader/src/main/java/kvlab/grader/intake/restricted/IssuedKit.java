package kvlab.grader.intake.restricted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param digests of each file that grading looks at, by path, as {@link ContentDigest} computes them
 * @param settings the same of files that grading ignores, such as those of IDEs
 */
public record IssuedKit(SortedMap<String, String> digests, SortedMap<String, String> settings) {

    /** The file in the issued kit. */
    public static final String FILE = "kit.json";

    /** The directory in the issued kit with what the launcher and Maven run on. */
    public static final String BUILT = ".kvlab/";

    /** The directory in the instructor's kit. */
    public static final String DIRECTORY = "kits";

    private static final String FILES = "files";
    private static final String SETTINGS = "settings";

    /** Of the digest in a name. */
    private static final int DIGITS = 8;

    private static final JsonMapper JSON = new JsonMapper();

    public IssuedKit {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Whether it is one of these files. */
    public boolean includes(String path) {
        return path.equals(FILE) || digest(path).isPresent();
    }

    /** The digest of one of these files. */
    public Optional<String> digest(String path) {
        return Optional.ofNullable(digests.getOrDefault(path, settings.get(path)));
    }

    /** The text of {@link #FILE}. */
    public String json() {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new TreeMap<>(Map.of(FILES, digests, SETTINGS, settings)))
                + "\n";
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
        IssuedKit kit = parse(content, file.toString());
        SortedMap<String, String> digests = new TreeMap<>(kit.digests());
        digests.put(FILE, ContentDigest.of(content));
        return new IssuedKit(digests, kit.settings());
    }

    /**
     * The opposite of {@link #json}.
     *
     * @param name of the file, for the message
     * @throws IOException if it is something else
     */
    public static IssuedKit parse(byte[] content, String name) throws IOException {
        try {
            SortedMap<String, TreeMap<String, String>> kit =
                    JSON.readValue(content, new TypeReference<TreeMap<String, TreeMap<String, String>>>() {});
            return new IssuedKit(kit.getOrDefault(FILES, new TreeMap<>()), kit.getOrDefault(SETTINGS, new TreeMap<>()));
        } catch (JacksonException e) {
            throw new IOException(
                    name + " is not the " + FILE + " of a kit: make it again with ./kvlab kit, or delete it", e);
        }
    }
}
