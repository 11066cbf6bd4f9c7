package kvlab.grader.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.FileTree;
import kvlab.grader.intake.files.UnusableException;

/**
 * Finds the {@code KvServer.java} to grade, or the {@code StudentRaft.java} if there is no server. If there are
 * several, the one at the kit's path wins, then the only one in package {@code lab} outside tests.
 */
final class MainFile {

    static final String SERVER = "KvServer.java";

    /** {@code StudentRaft.java} is the main file only if there is no server. */
    private static final List<String> NAMES = List.of(SERVER, "StudentRaft.java");

    /** The paths in a copy of the skeleton, and of the whole kit. */
    private static final List<String> USUAL_PLACES = List.of("src/main/java/lab/", "skeleton/src/main/java/lab/");

    private static final Set<String> TESTS = Set.of("test", "tests");
    private static final Pattern PACKAGE_LAB = Pattern.compile("(?m)^[ \t]*+package[ \t]++lab[ \t]*+;");
    private static final Pattern SUBPACKAGE = Pattern.compile("(?m)^[ \t]*+package[ \t]++lab\\.[\\w.]++[ \t]*+;");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \t]*+package[ \t]++([\\w.]++)[ \t]*+;");
    private static final Pattern NEARLY = Pattern.compile("(?i)(kv[ _-]?server|student[ _-]?raft).*\\.java(\\.txt)?");
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";
    private static final int MAX_FILES = 100;
    private static final int MAX_NAMED = 5;

    private final FileTree tree;

    MainFile(FileTree tree) {
        this.tree = tree;
    }

    /** Whether it is the name of a main file, or a variant of one. */
    static boolean isNamedLikeOne(String name) {
        return NAMES.contains(LabFileName.ofVariant(name).orElse(name));
    }

    static boolean isIn(FileTree tree) {
        return tree.digests().keySet().stream().anyMatch(path -> isNamedLikeOne(nameOf(path)));
    }

    /** The path of the main file. */
    String find() throws UnusableException {
        for (String name : NAMES) {
            List<String> found = tree.digests().keySet().stream()
                    .filter(path -> nameOf(path).equals(name))
                    .toList();
            if (!found.isEmpty()) {
                return theOneMeant(found, name);
            }
        }
        throw new UnusableException(noServer());
    }

    /** The main file, then the other sources in its directory by name. */
    List<SourceFile> sourcesWith(String mainFile) throws UnusableException {
        String directory = directoryOf(mainFile);
        List<String> paths = tree.digests().keySet().stream()
                .filter(path -> path.endsWith(".java") && directoryOf(path).equals(directory))
                .sorted(Comparator.comparing(path -> !path.equals(mainFile)))
                .toList();
        if (paths.size() > MAX_FILES) {
            throw UnusableException.holding(
                    Diagnostic.of("intake.too-many-sources")
                            .with("max", MAX_FILES)
                            .with("name", nameOf(mainFile)),
                    mainFile);
        }
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths) {
            files.add(new SourceFile(nameOf(path), textOf(path)));
        }
        return files;
    }

    /** The note for a main file in another package than the lab's: the student may not have written that line. */
    Optional<Diagnostic> otherPackage(String mainFile) {
        String text = tree.sources().getOrDefault(mainFile, "");
        Matcher declared = PACKAGE.matcher(text);
        return declared.find() && !PACKAGE_LAB.matcher(text).find()
                ? Optional.of(Diagnostic.of("note.other-package")
                        .with("file", DisplayText.name(mainFile))
                        .with("package", DisplayText.name(declared.group(1))))
                : Optional.empty();
    }

    /** The note for helper classes in packages of their own below the lab's, which are not compiled. */
    Optional<Diagnostic> inSubpackages(String mainFile) {
        List<String> below = tree.sources().keySet().stream()
                .filter(path -> path.startsWith(directoryOf(mainFile)) && isIn(SUBPACKAGE, path))
                .toList();
        return below.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.of("note.in-subpackage")
                        .with("files", DisplayText.first(MAX_NAMED, below))
                        .with("main", DisplayText.name(mainFile)));
    }

    private String textOf(String path) throws UnusableException {
        String text = Optional.ofNullable(tree.sources().get(path))
                .orElseThrow(() -> UnusableException.holding(Diagnostic.of("intake.source-too-large"), path));
        if (text.startsWith(LFS_POINTER)) {
            throw UnusableException.holding(Diagnostic.of("intake.lfs-pointer"), path);
        }
        return text;
    }

    private Diagnostic noServer() {
        if (tree.digests().isEmpty()) {
            return Diagnostic.of("intake.no-file");
        }
        List<String> near = tree.digests().keySet().stream()
                .filter(path -> NEARLY.matcher(nameOf(path)).matches())
                .toList();
        return near.isEmpty()
                ? Diagnostic.of("intake.no-server")
                : Diagnostic.of("intake.server-misnamed").with("files", DisplayText.first(MAX_NAMED, near));
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
                .filter(path -> !isTest(path) && isIn(PACKAGE_LAB, path))
                .toList();
        if (plausible.size() == 1) {
            return plausible.get(0);
        }
        throw new UnusableException(Diagnostic.of("intake.several-servers")
                .with("name", name)
                .with("count", found.size())
                .with("files", DisplayText.first(MAX_NAMED, found)));
    }

    private boolean isIn(Pattern declaration, String path) {
        return declaration.matcher(tree.sources().getOrDefault(path, "")).find();
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
