package kvlab.grader.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The policy by which to grade, and its schedules. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "core-lab",
            description = "What is asked, and what it is worth: core-lab, extended-lab, or a policy file of your own"
                    + " (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--schedules",
            paramLabel = "K",
            description = "How many schedules of each test (default: as the policy says).")
    private Integer schedules;

    @ArgGroup
    private Seeding seeding;

    /** Two ways to choose other schedules than students know; only one can be given. */
    private static final class Seeding {
        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "The first schedule's seed, for everyone (default: as the policy says).")
        private Long seed;

        @Option(names = "--final", description = "Take the policy's hidden seed.")
        private boolean hidden;
    }

    /** @throws WrongUseException if there is no such policy, or it is not right, or not with these schedules */
    Policy policy() {
        OptionalLong seed =
                seeding == null || seeding.seed == null ? OptionalLong.empty() : OptionalLong.of(seeding.seed);
        return PolicyFiles.withOptions(name, schedules, seed, seeding != null && seeding.hidden);
    }

    /** The same options as words, for another command line. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--policy=" + name));
        if (schedules != null) {
            words.add("--schedules=" + schedules);
        }
        if (seeding != null) {
            words.add(seeding.hidden ? "--final" : "--seed=" + seeding.seed);
        }
        return words;
    }
}
