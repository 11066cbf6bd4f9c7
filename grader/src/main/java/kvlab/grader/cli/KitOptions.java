package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import kvlab.grader.export.KitSource;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Option;

/** The policy and the source of the kit for jobs on GitHub. */
final class KitOptions extends ExportOptions {

    private static final String REPOSITORY = "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+";
    private static final String REF = "[A-Za-z0-9_][A-Za-z0-9._/-]*";

    @Option(
            names = "--kit",
            required = true,
            paramLabel = "OWNER/NAME",
            description = "The repository that has this kit: a public one, since others are closed to students' jobs.")
    private String repository;

    @Option(
            names = "--kit-ref",
            paramLabel = "REF",
            defaultValue = "main",
            description = "Its branch, tag or commit (default: ${DEFAULT-VALUE}).")
    private String ref;

    /**
     * @param policy the policy that these options name
     * @throws WrongUseException if jobs could not grade with this kit or this policy
     */
    KitSource source(Policy policy) throws IOException {
        if (!repository.matches(REPOSITORY)) {
            throw new WrongUseException("--kit " + repository + ": give the repository as OWNER/NAME");
        }
        if (!ref.matches(REF)) {
            throw new WrongUseException("--kit-ref " + ref + ": give a branch, a tag or a commit");
        }
        if (!policy.handIn().forms().contains(HandInRules.Form.GIT)) {
            throw new WrongUseException("--policy " + name() + " takes no git repositories, and on GitHub there is"
                    + " nothing else: add git to its hand-in.forms");
        }
        if (policy.hiddenSeed().isPresent()) {
            throw new WrongUseException(
                    "--policy " + name() + " has a hidden-seed or a seed-secret, and everybody can read it"
                            + " in the kit's repository: leave it out there, and make the final grade with ./kvlab grade --final"
                            + " and a copy of the policy that has it, on a machine of the staff");
        }
        return new KitSource(repository, ref, policyInKit(), options());
    }

    /** The policy must be in the kit, where students cannot change it. */
    private String policyInKit() throws IOException {
        Path home = KitHome.path().toRealPath();
        Path file = KitHome.policies().find(name()).toRealPath();
        if (!file.startsWith(home)) {
            throw new WrongUseException("--policy " + name() + " is not in the kit at " + home
                    + ": put it there, so that the kit's repository has it and students cannot change it");
        }
        return home.relativize(file).toString().replace('\\', '/');
    }
}
