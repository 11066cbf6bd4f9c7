package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.PolicyReader;
import kvlab.grader.policy.yaml.UnusablePolicyException;

/** Finds policies by the name of one that comes with the kit, or by the path of a file. */
final class PolicyFiles {

    private static final String SUFFIX = ".yaml";

    /** Where the kit's own are, below its home; and for a run inside the module, as in an IDE. */
    private static final List<Path> PLACES = List.of(Path.of("grader", "policies"), Path.of("policies"));

    private final PolicyReader reader = new PolicyReader(LabSuite.each());

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

    /**
     * A policy as a command's options change it.
     *
     * @param schedules of each test; {@code null} as the policy says
     * @param seed of the first schedule, in place of the policy's
     * @param hidden whether to take the policy's hidden seed
     * @throws WrongUseException if there is no such policy, or it is not right, or not with these options
     */
    static Policy withOptions(String nameOrFile, Integer schedules, OptionalLong seed, boolean hidden) {
        Policy policy;
        try {
            policy = new PolicyFiles().read(nameOrFile);
        } catch (UnusablePolicyException e) {
            throw new WrongUseException("the policy is not right:\n" + e.getMessage());
        }
        long first = hidden
                ? policy.hiddenSeed()
                        .orElseThrow(() -> new WrongUseException("--final: the policy " + nameOrFile
                                + " has no hidden-seed: add one to a copy of it that students cannot read"))
                : seed.orElse(policy.seed());
        Policy changed = (schedules == null ? policy : policy.withSchedules(schedules)).withSeed(first);
        changed.tests().forEach(test -> Schedules.of(first, test.schedules()));
        changed.inexact().ifPresent(reason -> {
            throw new WrongUseException("--schedules " + schedules + ": " + reason);
        });
        return changed;
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
}
