package kvlab.grader.cli;

import java.util.ArrayList;
import java.util.List;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** By which policy, with which schedules. */
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

    /** Two ways to choose other schedules than students know, of which one must be enough. */
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
        Policy policy;
        try {
            policy = new PolicyFiles().read(name);
        } catch (UnusablePolicyException e) {
            throw new WrongUseException("the policy is not right:\n" + e.getMessage());
        }
        Policy asked = schedules == null ? policy : policy.withSchedules(schedules);
        Policy seeded = asked.withSeed(seed(policy));
        seeded.tests().forEach(test -> Schedules.of(seeded.seed(), test.schedules()));
        seeded.inexact().ifPresent(reason -> {
            throw new WrongUseException("--schedules " + schedules + ": " + reason);
        });
        return seeded;
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

    private long seed(Policy policy) {
        if (seeding != null && seeding.hidden) {
            return policy.hiddenSeed()
                    .orElseThrow(() -> new WrongUseException("--final: the policy " + name
                            + " has no hidden-seed: add one to a copy of it that students cannot read"));
        }
        return seeding == null ? policy.seed() : seeding.seed;
    }
}
