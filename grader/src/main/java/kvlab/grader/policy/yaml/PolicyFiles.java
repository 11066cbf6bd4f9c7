package kvlab.grader.policy.yaml;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.Policy;

/** Finds policies by the name of one in the kit, or by the path of a file. */
public final class PolicyFiles {

    private static final String SUFFIX = ".yaml";

    /** The kit's policy directories, relative to its home, and for a run inside the module, as in an IDE. */
    private static final String CORE_LAB = "core-lab";

    private static final List<Path> PLACES = List.of(Path.of("grader", "policies"), Path.of("policies"));

    private final PolicyReader reader = new PolicyReader(LabSuite.each());
    private final Path home;

    /** @param home the kit's directory */
    public PolicyFiles(Path home) {
        this.home = home;
    }

    /**
     * Finds and reads a policy.
     *
     * @param nameOrFile {@code core-lab}, or a path such as {@code labs/mine.yaml}
     * @throws IOException if it is missing or unreadable; the message is for the user
     * @throws UnusablePolicyException if it is invalid
     */
    public Policy read(String nameOrFile) throws UnusablePolicyException, IOException {
        Path file = find(nameOrFile);
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw new IOException("the policy " + file + " cannot be read (" + e + ")", e);
        }
    }

    /**
     * Finds the file of a policy.
     *
     * @throws FileNotFoundException if it is missing; the message is for the user
     */
    public Path find(String nameOrFile) throws FileNotFoundException {
        Path file = Path.of(nameOrFile);
        if (isPath(nameOrFile)) {
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw new FileNotFoundException("there is no policy file " + nameOrFile
                    + ": give the path of one, or the name of one that comes with the kit: " + names());
        }
        return own(nameOrFile + SUFFIX)
                .orElseThrow(() -> new FileNotFoundException("there is no policy " + nameOrFile
                        + ": those that come with the kit are " + names()
                        + "; for a file of your own give its path, with "
                        + SUFFIX + " at its end"));
    }

    /** The name of the policy of a kit that has one only, as students' have, or else that of the core lab. */
    public String byDefault() {
        List<String> names = places().findFirst().map(PolicyFiles::namesIn).orElse(List.of());
        return names.size() == 1 ? names.get(0) : CORE_LAB;
    }

    private static boolean isPath(String nameOrFile) {
        return nameOrFile.endsWith(SUFFIX) || Path.of(nameOrFile).getNameCount() > 1;
    }

    private Optional<Path> own(String file) {
        return places().map(place -> place.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private String names() {
        return places().findFirst()
                .map(place -> String.join(", ", namesIn(place)))
                .filter(names -> !names.isEmpty())
                .orElse("none");
    }

    private static List<String> namesIn(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Stream<Path> places() {
        return PLACES.stream().map(home::resolve).filter(Files::isDirectory);
    }
}
