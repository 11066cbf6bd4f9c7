package kvlab.grader.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the one {@code KvServer.java} that is meant, or the one {@code StudentRaft.java} if there is no server. Of several,
 * the one where the kit keeps it wins, then the only one in package {@code lab} outside tests.
 */
final class MainFile {

    static final String SERVER = "KvServer.java";

    /** An own Raft counts only where there is no server. */
    private static final List<String> NAMES = List.of(SERVER, "StudentRaft.java");

    /** In a copy of the skeleton, and in one of the whole kit. */
    private static final List<String> USUAL_PLACES = List.of("src/main/java/lab/", "skeleton/src/main/java/lab/");

    private static final Set<String> TESTS = Set.of("test", "tests");
    private static final Pattern PACKAGE_LAB = Pattern.compile("(?m)^[ \t]*+package[ \t]++lab[ \t]*+;");
    private static final Pattern NEARLY = Pattern.compile("(?i)(kv[ _-]?server|student[ _-]?raft).*\\.java(\\.txt)?");
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";
    private static final int MAX_FILES = 100;
    private static final int MAX_NAMED = 5;

    private final String shown;
    private final FileTree tree;

    /** @param shown what people call the place that the tree comes from, for messages */
    MainFile(String shown, FileTree tree) {
        this.shown = shown;
        this.tree = tree;
    }

    static boolean isIn(FileTree tree) {
        return tree.digests().keySet().stream().anyMatch(path -> NAMES.contains(nameOf(path)));
    }

    /** The path of the file that is meant. */
    String find() throws UnusableException {
        for (String name : NAMES) {
            List<String> found = tree.digests().keySet().stream()
                    .filter(path -> nameOf(path).equals(name))
                    .toList();
            if (!found.isEmpty()) {
                return theOneMeant(found, name);
            }
        }
        throw new UnusableException(tree.digests().isEmpty() ? nothing() : noServer());
    }

    /** The main file and the sources beside it, by name. */
    List<SourceFile> sourcesWith(String mainFile) throws UnusableException {
        String directory = directoryOf(mainFile);
        List<String> paths = Stream.concat(
                        Stream.of(mainFile),
                        tree.digests().keySet().stream()
                                .filter(path -> path.endsWith(".java")
                                        && directoryOf(path).equals(directory))
                                .filter(path -> !path.equals(mainFile)))
                .limit(MAX_FILES + 1L)
                .toList();
        if (paths.size() > MAX_FILES) {
            throw new UnusableException("there are more than " + MAX_FILES + " source files beside " + mainFile + " in "
                    + shown + ": hand in " + nameOf(mainFile) + " alone");
        }
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths) {
            files.add(new SourceFile(nameOf(path), textOf(path)));
        }
        return files;
    }

    private String textOf(String path) throws UnusableException {
        String text = Optional.ofNullable(tree.sources().get(path))
                .orElseThrow(() -> new UnusableException(Shown.name(path) + " in " + shown
                        + " is larger than a file may be: a server is a few hundred lines; take out what was generated or"
                        + " pasted in"));
        if (text.startsWith(LFS_POINTER)) {
            throw new UnusableException(Shown.name(path) + " in " + shown
                    + " is a Git LFS pointer and not the file itself: run git lfs migrate export --include='*.java', and"
                    + " hand in again");
        }
        return text;
    }

    private String nothing() {
        return "there is no KvServer.java below " + shown + ", nor any other file: hand in your KvServer.java";
    }

    private String noServer() {
        String near = tree.digests().keySet().stream()
                .filter(path -> NEARLY.matcher(nameOf(path)).matches())
                .limit(MAX_NAMED)
                .map(Shown::name)
                .collect(Collectors.joining(", "));
        return "there is no KvServer.java below " + shown
                + " (capital K and S, in a plain file), nor a StudentRaft.java: "
                + (near.isEmpty() ? "give the directory that holds yours" : "there is " + near + "; rename it");
    }

    private String theOneMeant(List<String> found, String name) throws UnusableException {
        if (found.size() == 1) {
            return found.get(0);
        }
        for (String place : USUAL_PLACES) {
            if (found.contains(place + name)) {
                return place + name;
            }
        }
        List<String> plausible = found.stream()
                .filter(path -> !isTest(path) && isInPackageLab(path))
                .toList();
        if (plausible.size() == 1) {
            return plausible.get(0);
        }
        String names = found.stream().limit(MAX_NAMED).map(Shown::name).collect(Collectors.joining(", "));
        String more = found.size() > MAX_NAMED ? " and " + (found.size() - MAX_NAMED) + " more" : "";
        throw new UnusableException("there are " + found.size() + " files " + name + " below " + shown
                + ", and none of them is clearly the one meant (" + names + more + "): hand in one of them");
    }

    private boolean isInPackageLab(String path) {
        return PACKAGE_LAB.matcher(tree.sources().getOrDefault(path, "")).find();
    }

    private static boolean isTest(String path) {
        return Arrays.stream(path.split("/")).anyMatch(TESTS::contains);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String directoryOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
