package kvlab.grader.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where the kit is. */
final class KitHome {

    private KitHome() {}

    /** @throws WrongUseException if nobody says */
    static Path path() {
        return Path.of(Optional.ofNullable(System.getProperty("kvlab.home"))
                .orElseThrow(() -> new WrongUseException(
                        "the kit's directory is not known: start the grader with the script kvlab in it")));
    }
}
