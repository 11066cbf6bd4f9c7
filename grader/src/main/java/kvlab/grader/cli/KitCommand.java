package kvlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import kvlab.grader.export.Bundle;
import kvlab.grader.export.kit.AnswerFoundException;
import kvlab.grader.export.kit.KitFolder;
import kvlab.grader.export.kit.StudentKit;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kvlab kit}: makes the kit that students get. */
@Command(
        name = "kit",
        mixinStandardHelpOptions = true,
        description =
                "Makes the kit that students get, as a folder that is a git repository, a .tar and a .zip: skeleton, tests,"
                        + " launcher, handout and settings for IDEs. The model answer, the corpus and the policy's secrets are not"
                        + " in it, which is checked. Grading accepts the files of all kits that this command has made: it"
                        + " keeps their digests in kits/.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the kit is made",
            "2:wrong use, or something in the kit would give an answer or a secret away",
            "3:the kit itself failed"
        })
final class KitCommand implements Callable<Integer> {

    private static final Path HANDOUT = Path.of("handout", "target", "handout", "index.html");

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "core-lab",
            description = "core-lab, extended-lab, or a policy file of your own (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The directory for the folder and the archives, which get the policy's name.")
    private Path out;

    @Option(
            names = "--update",
            description =
                    "Mends the kit that is in the folder: the next commit of its repository, and the archives anew.")
    private boolean update;

    @Option(
            names = "--patch",
            description =
                    "Also writes a .patch, by which git apply adds the kit's folder to a repository that has other files.")
    private boolean patch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Policy policy = PolicyOptions.policy(name, null, OptionalLong.empty(), false);
        byte[] policyFile = Files.readAllBytes(KitHome.policies().find(name));
        StudentKit kit = new StudentKit(KitHome.path(), classPath(), policy, policyFile, handout());
        KitFolder folder = new KitFolder(out, policy.name());
        requireRoom(folder);
        Bundle files;
        try {
            files = kit.files();
        } catch (AnswerFoundException e) {
            throw new WrongUseException(e.getMessage());
        }
        write(folder, files);
        if (patch) {
            folder.writePatch();
            System.out.println("wrote " + folder.patch() + ": git apply --index makes the folder " + folder.name()
                    + " in a repository of the course's");
        }
        Path issued =
                IssuedKit.keep(KitHome.path(), policy.name(), files.contents().get(IssuedKit.FILE));
        System.out.println("grading here accepts it: " + issued + "; keep that file with this kit");
        return ExitCode.OK;
    }

    private void requireRoom(KitFolder folder) throws IOException, InterruptedException {
        if (update) {
            Optional<String> obstacle = folder.obstacle();
            if (obstacle.isPresent()) {
                throw new WrongUseException("--update: " + obstacle.get());
            }
        } else if (Files.exists(folder.folder())) {
            throw new WrongUseException("--out " + out + ": " + folder.folder()
                    + " exists: --update mends the kit there; otherwise name another directory, or delete it");
        }
    }

    private void write(KitFolder folder, Bundle files) throws IOException, InterruptedException {
        String archives = ", and beside it " + folder.name() + ".tar and .zip";
        if (!update) {
            folder.write(files);
            System.out.println("wrote " + folder.folder() + ", a git repository with one commit" + archives);
        } else if (folder.update(files)) {
            System.out.println("wrote the mended kit to " + folder.folder() + ", as the next commit of its repository"
                    + archives + "; students take it over with ./kvlab update " + folder.name() + ".zip");
        } else {
            System.out.println("nothing has changed since " + folder.folder() + " was made");
        }
    }

    private static byte[] handout() throws IOException {
        try {
            return Files.readAllBytes(KitHome.path().resolve(HANDOUT));
        } catch (NoSuchFileException e) {
            throw new WrongUseException(
                    "the handout is not rendered: start this with the script kvlab, which does that");
        }
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
