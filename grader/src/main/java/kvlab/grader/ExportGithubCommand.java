package kvlab.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kvlab.grader.bundle.GithubWorkflow;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export github}. */
@Command(
        name = "github",
        mixinStandardHelpOptions = true,
        description =
                "Writes .github/workflows/kvlab.yml for students' repositories: it grades on every push, with the kit from"
                        + " a repository of its own. Students can change workflows in their repositories, so this tells them where"
                        + " they stand; the grade that counts is made elsewhere.")
final class ExportGithubCommand implements Callable<Integer> {

    private static final String REPOSITORY = "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+";
    private static final String REF = "[A-Za-z0-9._/-]+";

    @Mixin
    private ExportOptions options;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The repository to write it to (default: here).")
    private Path directory;

    @Option(
            names = "--kit",
            required = true,
            paramLabel = "OWNER/NAME",
            description = "The repository that has this kit, which students' repositories can read.")
    private String repository;

    @Option(
            names = "--kit-ref",
            paramLabel = "REF",
            defaultValue = "main",
            description = "Its branch, tag or commit (default: ${DEFAULT-VALUE}).")
    private String ref;

    @Override
    public Integer call() throws IOException {
        Policy policy = options.policy();
        if (!repository.matches(REPOSITORY)) {
            throw new WrongUseException("--kit " + repository + ": give the repository as OWNER/NAME");
        }
        if (!ref.matches(REF)) {
            throw new WrongUseException("--kit-ref " + ref + ": give a branch, a tag or a commit");
        }
        GithubWorkflow workflow = new GithubWorkflow(
                repository, ref, policyInKit(), policy.handIn().branch(), options.options());
        Path file = directory.resolve(".github").resolve("workflows").resolve("kvlab.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, workflow.render());
        System.out.println("wrote " + file);
        return ExitCode.OK;
    }

    /** A policy must be where students cannot change it: in the kit. */
    private List<String> policyInKit() throws IOException {
        Path home = KitHome.path().toRealPath();
        Path file = PolicyFiles.find(options.name()).toRealPath();
        if (!file.startsWith(home)) {
            throw new WrongUseException("--policy " + options.name() + " is not in the kit at " + home
                    + ": put it there, so that the kit's repository has it and students cannot change it");
        }
        return List.of("--policy", "kit/" + home.relativize(file).toString().replace('\\', '/'));
    }
}
