package kvlab.grader.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import kvlab.grader.intake.Intake;

/**
 * The kit as it stands in a directory, with all that it runs on already built, so that where it is unpacked nothing is
 * compiled or downloaded. The model answer stays at home: submissions run where the kit is unpacked.
 *
 * @param home the kit's directory, which students' files are compared with
 * @param classPath what the grader runs on: jars, and directories of classes
 */
public record PackedKit(Path home, List<Path> classPath) {

    private static final String MODEL_ANSWER = "solution/";
    private static final Set<String> PROGRAMS = Set.of("kvlab", "mvnw");

    /** Where the script {@code kvlab} looks for what is built. */
    private static final String BUILT = "grader/target/kvlab/";

    public PackedKit {
        classPath = List.copyOf(classPath);
    }

    /** Adds the kit below a directory of the bundle, given with a slash at its end. */
    void addTo(Bundle bundle, String directory) throws IOException {
        for (String path : new Intake().files(home).digests().keySet()) {
            if (!path.startsWith(MODEL_ANSWER)) {
                byte[] bytes = Files.readAllBytes(home.resolve(path));
                if (PROGRAMS.contains(path)) {
                    bundle.program(directory + path, bytes);
                } else {
                    bundle.file(directory + path, bytes);
                }
            }
        }
        bundle.file(directory + BUILT + "stamp", new byte[0]);
        int number = 0;
        for (Path entry : classPath) {
            number++;
            if (Files.isDirectory(entry)) {
                // A name that tells the grader's own classes from those of others.
                bundle.file(directory + BUILT + "lib/kvlab-" + number + ".jar", jar(entry));
            } else if (Files.isRegularFile(entry)) {
                bundle.file(directory + BUILT + "lib/" + entry.getFileName(), Files.readAllBytes(entry));
            }
        }
    }

    private static byte[] jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry =
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
