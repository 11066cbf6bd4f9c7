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
 * @param policy the policy file by which it grades
 * @param options more for the command line, such as {@code --final}
 */
public record PackedKit(Path home, List<Path> classPath, Path policy, List<String> options) {

    private static final String MODEL_ANSWER = "solution/";
    private static final Set<String> PROGRAMS = Set.of("kvlab", "mvnw");

    /** Where the bundle has it. */
    private static final String KIT = "kit/";

    /** Where the script {@code kvlab} looks for what is built. */
    private static final String BUILT = "grader/target/kvlab/";

    public PackedKit {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /** Adds the kit as {@code kit}, and beside it {@code policy.yaml}. */
    void addTo(Bundle bundle) throws IOException {
        bundle.file("policy.yaml", Files.readAllBytes(policy));
        for (String path : new Intake().files(home).digests().keySet()) {
            if (!path.startsWith(MODEL_ANSWER)) {
                byte[] bytes = Files.readAllBytes(home.resolve(path));
                if (PROGRAMS.contains(path)) {
                    bundle.program(KIT + path, bytes);
                } else {
                    bundle.file(KIT + path, bytes);
                }
            }
        }
        bundle.file(KIT + BUILT + "stamp", new byte[0]);
        int number = 0;
        for (Path entry : classPath) {
            number++;
            if (Files.isDirectory(entry)) {
                // A name that tells the grader's own classes from those of others.
                bundle.file(KIT + BUILT + "lib/kvlab-" + number + ".jar", jar(entry));
            } else if (Files.isRegularFile(entry)) {
                bundle.file(KIT + BUILT + "lib/" + entry.getFileName(), Files.readAllBytes(entry));
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
