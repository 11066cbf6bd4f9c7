package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteOutline;
import kvlab.grader.policy.yaml.PolicyReader;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import kvlab.submission.Part;

/** Finds policies by what people call them: by the name of one that comes with the kit, or by the path of a file. */
final class PolicyFiles {

    private static final String SUFFIX = ".yaml";

    /** Where the kit's own are, below its home; and for a run inside the module, as in an IDE. */
    private static final List<Path> PLACES = List.of(Path.of("grader", "policies"), Path.of("policies"));

    private final PolicyReader reader = new PolicyReader(outlines());

    /**
     * The policy that is meant.
     *
     * @param nameOrFile {@code core-lab}, or a path such as {@code labs/mine.yaml}
     * @throws WrongUseException if there is none
     * @throws UnusablePolicyException if there is one, but it is not right
     */
    Policy read(String nameOrFile) throws UnusablePolicyException {
        Path file = find(nameOrFile);
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw new WrongUseException("the policy " + file + " cannot be read (" + e + ")");
        }
    }

    static Path find(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        if (isPath(nameOrFile)) {
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw new WrongUseException("there is no policy file " + nameOrFile
                    + ": give the path of one, or the name of one that comes with the kit: " + names());
        }
        return own(nameOrFile + SUFFIX)
                .orElseThrow(() -> new WrongUseException("there is no policy " + nameOrFile
                        + ": those that come with the kit are " + names()
                        + "; for a file of your own give its path, with "
                        + SUFFIX + " at its end"));
    }

    private static boolean isPath(String nameOrFile) {
        return nameOrFile.endsWith(SUFFIX) || Path.of(nameOrFile).getNameCount() > 1;
    }

    private static Optional<Path> own(String file) {
        return places().map(place -> place.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String names() {
        return places().findFirst()
                .map(PolicyFiles::namesIn)
                .filter(names -> !names.isEmpty())
                .orElse("none");
    }

    private static String namesIn(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Stream<Path> places() {
        Path home = Path.of(System.getProperty("kvlab.home", ""));
        return PLACES.stream().map(home::resolve).filter(Files::isDirectory);
    }

    private static List<SuiteOutline> outlines() {
        return LabSuite.NAMES.stream()
                .filter(name -> !name.equals("all"))
                .map(name -> LabSuite.named(name).orElseThrow())
                .map(suite -> new SuiteOutline(
                        suite.name(),
                        suite.numbers(),
                        suite.needs().stream().sorted().map(PolicyFiles::file).toList()))
                .toList();
    }

    private static String file(Part part) {
        return part.simpleName() + ".java";
    }
}
