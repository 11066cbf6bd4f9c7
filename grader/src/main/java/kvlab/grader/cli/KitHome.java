package kvlab.grader.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
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

    /** The rendered handout, in a student's kit and in the instructor's. */
    private static final List<Path> HANDOUTS =
            List.of(Path.of("handout", "index.html"), Path.of("handout", "target", "handout", "index.html"));

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

    /**
     * The link to the rendered handout in a page: relative, so that both can be moved together.
     *
     * @param page the page's file
     * @return empty if the kit has no handout
     */
    static Optional<String> handoutFrom(Path page) {
        Path home = Path.of(System.getProperty("kvlab.home", "")).toAbsolutePath();
        Path folder = page.toAbsolutePath().normalize().getParent();
        return HANDOUTS.stream()
                .map(place -> home.resolve(place).normalize())
                .filter(handout ->
                        Files.isRegularFile(handout) && handout.getRoot().equals(folder.getRoot()))
                .findFirst()
                .map(handout -> link(folder.relativize(handout)));
    }

    private static String link(Path relative) {
        try {
            return new URI(null, null, relative.toString().replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always one of a URI", e);
        }
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
