package kvlab.grader.cli;

import java.nio.file.Path;
import java.util.Optional;
import kvlab.grader.policy.yaml.PolicyFiles;

/** The locations of the kit and its policies. */
final class KitHome {

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
}
