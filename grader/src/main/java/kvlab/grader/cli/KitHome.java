package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.policy.yaml.PolicyFiles;

/** The locations of the kit and its policies. */
final class KitHome {

    /** Directories of the kit that are graded to see how far one is. */
    private static final List<String> PARTS = List.of("skeleton", "solution");

    private KitHome() {}

    /** @throws WrongUseException if it is not specified */
    static Path path() {
        return Path.of(Optional.ofNullable(System.getProperty("kvlab.home"))
                .orElseThrow(() -> new WrongUseException(
                        "the kit's directory is not known: start the grader with the script kvlab in it")));
    }

    static PolicyFiles policies() {
        return new PolicyFiles(Path.of(System.getProperty("kvlab.home", "")));
    }

    /** Whether this is a kit as students get it, which {@code kvlab kit} has made. */
    static boolean isStudents() {
        return Files.exists(Path.of(System.getProperty("kvlab.home", "")).resolve(IssuedKit.FILE));
    }

    /** Whether these are the kit's skeleton or model answer, or graded by a student: a state of work in progress. */
    static boolean isOwnWork(List<String> paths) throws IOException {
        if (isStudents()) {
            return true;
        }
        Path home = path().toRealPath();
        for (String path : paths) {
            Path real = Path.of(path).toRealPath();
            if (PARTS.stream().noneMatch(part -> real.startsWith(home.resolve(part)))) {
                return false;
            }
        }
        return true;
    }
}
