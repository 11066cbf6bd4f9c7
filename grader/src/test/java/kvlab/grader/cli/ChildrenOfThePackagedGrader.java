package kvlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Makes the JVMs that a test's JVM starts run from the {@link PackagedGrader}. The classes of tests come after its jars. */
public final class ChildrenOfThePackagedGrader implements LauncherSessionListener {

    private static final String CLASS_PATH = "java.class.path";
    private static final String CLASS_DATA = "kvlab.classdata";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(CLASS_DATA) != null) {
            return;
        }
        try {
            PackagedGrader.known().ifPresent(packaged -> {
                System.setProperty(CLASS_PATH, packaged.jars() + File.pathSeparator + others(packaged));
                System.setProperty(CLASS_DATA, packaged.archive().toString());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is not packaged: a service that is there twice is found twice. */
    private static String others(PackagedGrader packaged) {
        Set<Path> known = Arrays.stream(packaged.jars().split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName())
                .collect(Collectors.toSet());
        return Arrays.stream(System.getProperty(CLASS_PATH).split(File.pathSeparator))
                .filter(entry -> !known.contains(Path.of(entry).getFileName())
                        && !Path.of(entry).endsWith("target/classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
