package kvlab.grader.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the one {@code KvServer.java} that is meant. Build outputs and hidden directories do not count, links are not
 * followed. Of several, the one where Maven keeps it wins, then the only one in package {@code lab} outside tests.
 */
final class ServerSearch {

    private static final String SERVER = "KvServer.java";
    private static final Path MAVEN_PLACE = Path.of("src", "main", "java", "lab", SERVER);
    private static final Set<String> BUILD_OUTPUTS = Set.of("target", "build", "out", "bin", "__MACOSX");
    private static final Set<String> TESTS = Set.of("test", "tests");
    private static final Pattern PACKAGE_LAB = Pattern.compile("(?m)^\\s*package\\s+lab\\s*;");
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_NAMED = 5;

    private final Path asWritten;

    /** @param asWritten the path as the caller wrote it, for messages */
    ServerSearch(Path asWritten) {
        this.asWritten = asWritten;
    }

    Path find(Path root) throws IOException, UnusableSourceException {
        if (Files.isRegularFile(root)) {
            if (root.getFileName().toString().equals(SERVER)) {
                return root;
            }
            throw new UnusableSourceException(
                    asWritten + " is a file, but not " + SERVER + ": give that file or a directory that holds it");
        }
        List<Path> found = serversBelow(root);
        if (found.isEmpty()) {
            throw new UnusableSourceException("there is no " + SERVER + " below " + asWritten
                    + " (capital K and S, in a plain file): give the directory that holds yours");
        }
        return theOneMeant(root, found);
    }

    static boolean isPlainSource(Path file) {
        return file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Path theOneMeant(Path root, List<Path> found) throws IOException, UnusableSourceException {
        if (found.size() == 1) {
            return found.get(0);
        }
        Path usual = root.resolve(MAVEN_PLACE);
        if (found.contains(usual)) {
            return usual;
        }
        List<Path> plausible = new ArrayList<>();
        for (Path server : found) {
            if (!isTest(root.relativize(server)) && isInPackageLab(server)) {
                plausible.add(server);
            }
        }
        if (plausible.size() == 1) {
            return plausible.get(0);
        }
        String names = found.stream()
                .limit(MOST_NAMED)
                .map(server -> "  " + asWritten.resolve(root.relativize(server)))
                .collect(Collectors.joining("\n"));
        String more = found.size() > MOST_NAMED ? "\n  and " + (found.size() - MOST_NAMED) + " more" : "";
        throw new UnusableSourceException("there are " + found.size() + " files " + SERVER + " below " + asWritten
                + ", and none of them is clearly the one meant:\n" + names + more
                + "\ngive the directory of one of them");
    }

    private static boolean isTest(Path relative) {
        for (Path part : relative) {
            if (TESTS.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInPackageLab(Path server) throws IOException {
        return PACKAGE_LAB
                .matcher(SourceText.decode(Files.readAllBytes(server)))
                .find();
    }

    private List<Path> serversBelow(Path root) throws IOException, UnusableSourceException {
        List<Path> found = new ArrayList<>();
        int[] entries = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName() == null
                        ? ""
                        : directory.getFileName().toString();
                boolean skipped = !directory.equals(root) && (name.startsWith(".") || BUILD_OUTPUTS.contains(name));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.getFileName().toString().equals(SERVER)) {
                    found.add(file);
                }
                return ++entries[0] > MOST_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        if (entries[0] > MOST_ENTRIES) {
            throw new UnusableSourceException("there are more than " + MOST_ENTRIES + " files below " + asWritten
                    + ": give the directory that holds KvServer.java");
        }
        found.sort(null);
        return found;
    }
}
