package kvlab.grader.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.grader.intake.Intake;

/**
 * The kit of a directory with its build, so that nothing is compiled or downloaded after unpacking. The model answer is
 * left out, because submissions run on the same machine.
 *
 * @param home the kit's directory, which students' files are compared with
 * @param classPath what the grader runs on: jars, and directories of classes
 * @param policy the policy file by which it grades
 * @param options further options for the command line, such as {@code --final}
 */
public record PackedKit(Path home, List<Path> classPath, Path policy, List<String> options) {

    private static final String MODEL_ANSWER = "solution/";
    private static final Set<String> PROGRAMS = Set.of("kvlab", "mvnw");

    /** The kit's directory in the bundle. */
    private static final String KIT = "kit/";

    /** The directory where the script {@code kvlab} expects the build. */
    private static final String BUILT = "grader/target/kvlab/";

    public PackedKit {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /**
     * Writes the zip that is uploaded to Gradescope, which unpacks it to {@code /autograder/source}, runs {@code setup.sh}
     * there once, and {@code run_autograder} in a fresh container for each submission.
     *
     * @throws IOException if the kit cannot be read, or the zip not written
     */
    public void writeForGradescope(Path zip) throws IOException {
        Map<String, String> words = Map.of("options", ShellWord.arguments(options));
        Bundle bundle = bundle().script("setup.sh", Template.filled("gradescope-setup.sh", Map.of()))
                .script("run_autograder", Template.filled("gradescope-run.sh", words));
        try (OutputStream file = Files.newOutputStream(zip)) {
            bundle.zip(file);
        }
    }

    /**
     * Writes the files that are uploaded to Autolab: {@code autograde-Makefile}, which it renames to {@code Makefile}
     * and runs in the submission's directory, and {@code autograde.tar}.
     *
     * @param handIn the name that the assessment gives to submissions
     * @throws IOException if the kit cannot be read, or the files not written
     */
    public void writeForAutolab(String handIn, Path directory) throws IOException {
        Map<String, String> words = Map.of("hand-in", handIn, "options", ShellWord.arguments(options));
        Bundle bundle = bundle().script("run", Template.filled("autolab-run.sh", words));
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("autograde-Makefile"), Template.filled("autolab-makefile", words));
        try (OutputStream tar = Files.newOutputStream(directory.resolve("autograde.tar"))) {
            bundle.tar(tar);
        }
    }

    /** The directory {@code kit} and the file {@code policy.yaml}. */
    private Bundle bundle() throws IOException {
        Bundle bundle = new Bundle().file("policy.yaml", Files.readAllBytes(policy));
        for (String path : new Intake().files(home).digests().keySet()) {
            if (!path.startsWith(MODEL_ANSWER)) {
                bundle.add(KIT + path, Files.readAllBytes(home.resolve(path)), PROGRAMS.contains(path));
            }
        }
        bundle.file(KIT + BUILT + "stamp", new byte[0]);
        int number = 0;
        for (Path entry : classPath) {
            number++;
            if (Files.isDirectory(entry)) {
                // A name that distinguishes the grader's classes from its dependencies.
                bundle.file(KIT + BUILT + "lib/kvlab-" + number + ".jar", jar(entry));
            } else if (Files.isRegularFile(entry)) {
                bundle.file(KIT + BUILT + "lib/" + entry.getFileName(), Files.readAllBytes(entry));
            }
        }
        return bundle;
    }

    private static byte[] jar(Path classes) throws IOException {
        Bundle jar = new Bundle();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.file(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jar.zip(bytes);
        return bytes.toByteArray();
    }
}
