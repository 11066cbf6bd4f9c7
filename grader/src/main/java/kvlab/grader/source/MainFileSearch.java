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
 * Finds the one {@code KvServer.java} that is meant, or the one {@code StudentRaft.java} if there is no server. Build
 * outputs and hidden directories do not count, links are not followed. Of several, the one where Maven keeps it wins, then
 * the only one in package {@code lab} outside tests.
 */
final class MainFileSearch {

    /** An own Raft counts only where there is no server. */
    private static final List<String> MAIN_FILES = List.of("KvServer.java", "StudentRaft.java");

    private static final Path MAVEN_PLACE = Path.of("src", "main", "java", "lab");
    private static final Set<String> BUILD_OUTPUTS = Set.of("target", "build", "out", "bin", "__MACOSX");
    private static final Set<String> TESTS = Set.of("test", "tests");
    private static final Pattern PACKAGE_LAB = Pattern.compile("(?m)^\\s*package\\s+lab\\s*;");
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_NAMED = 5;

    private final Path asWritten;

    /** @param asWritten the path as the caller wrote it, for messages */
    MainFileSearch(Path asWritten) {
        this.asWritten = asWritten;
    }

    Path find(Path root) throws IOException, UnusableSourceException {
        if (Files.isRegularFile(root)) {
            if (isMainFile(root)) {
                return root;
            }
            throw new UnusableSourceException(asWritten + " is a file, but neither KvServer.java nor StudentRaft.java:"
                    + " give one of these files or a directory that holds it");
        }
        List<Path> below = mainFilesBelow(root);
        for (String name : MAIN_FILES) {
            List<Path> found = below.stream()
                    .filter(file -> file.getFileName().toString().equals(name))
                    .toList();
            if (!found.isEmpty()) {
                return theOneMeant(root, found, name);
            }
        }
        throw new UnusableSourceException("there is no KvServer.java below " + asWritten
                + " (capital K and S, in a plain file), nor a StudentRaft.java: give the directory that holds yours");
    }

    private static boolean isMainFile(Path file) {
        return MAIN_FILES.contains(file.getFileName().toString());
    }

    static boolean isPlainSource(Path file) {
        return file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Path theOneMeant(Path root, List<Path> found, String name) throws IOException, UnusableSourceException {
        if (found.size() == 1) {
            return found.get(0);
        }
        Path usual = root.resolve(MAVEN_PLACE).resolve(name);
        if (found.contains(usual)) {
            return usual;
        }
        List<Path> plausible = new ArrayList<>();
        for (Path file : found) {
            if (!isTest(root.relativize(file)) && isInPackageLab(file)) {
                plausible.add(file);
            }
        }
        if (plausible.size() == 1) {
            return plausible.get(0);
        }
        String names = found.stream()
                .limit(MOST_NAMED)
                .map(file -> "  " + asWritten.resolve(root.relativize(file)))
                .collect(Collectors.joining("\n"));
        String more = found.size() > MOST_NAMED ? "\n  and " + (found.size() - MOST_NAMED) + " more" : "";
        throw new UnusableSourceException("there are " + found.size() + " files " + name + " below " + asWritten
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

    private static boolean isInPackageLab(Path file) throws IOException {
        return PACKAGE_LAB.matcher(SourceText.decode(Files.readAllBytes(file))).find();
    }

    private List<Path> mainFilesBelow(Path root) throws IOException, UnusableSourceException {
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
                if (attributes.isRegularFile() && isMainFile(file)) {
                    found.add(file);
                }
                return ++entries[0] > MOST_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        if (entries[0] > MOST_ENTRIES) {
            throw new UnusableSourceException("there are more than " + MOST_ENTRIES + " files below " + asWritten
                    + ": give the directory that holds your files");
        }
        found.sort(null);
        return found;
    }
}
