package kvlab.grader.intake.files;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What editors, builds and operating systems leave behind. It is neither read nor reported: it was not handed in on
 * purpose, and nothing of it gets to a compiler. Hidden files and directories count, except Maven's settings, which
 * belong to the kit.
 */
public final class Clutter {

    private static final Set<String> DIRECTORIES = Set.of("target", "build", "out", "bin", "__macosx", "node_modules");
    private static final Set<String> FILES = Set.of("thumbs.db", "desktop.ini", "icon\r");
    private static final List<String> ENDINGS = List.of(".class", ".iml", ".swp", "~");
    private static final String MAVEN_SETTINGS = ".mvn";

    private Clutter() {}

    /** @param path the parts of a path, the last one a file's name */
    static boolean includes(List<String> path) {
        int last = path.size() - 1;
        return path.subList(0, last).stream().anyMatch(Clutter::isDirectory) || isFile(path.get(last));
    }

    static boolean isDirectory(String name) {
        return isHidden(name) || DIRECTORIES.contains(name.toLowerCase(Locale.ROOT));
    }

    public static boolean isFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isHidden(name) || FILES.contains(lower) || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") && !name.equals(MAVEN_SETTINGS);
    }
}
