package kvlab.grader.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The policy to grade by, and its schedules. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "What is asked, and what it is worth: core-lab, extended-lab, or a policy file of your own"
                    + " (default: the kit's only policy, or core-lab).")
    private String name;

    @Option(
            names = "--schedules",
            paramLabel = "K",
            description = "How many schedules of each test (default: as the policy says).")
    private Integer schedules;

    @ArgGroup
    private Seeding seeding;

    /** Two mutually exclusive ways to choose schedules that students do not know. */
    private static final class Seeding {
        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "The first schedule's seed, for everyone (default: as the policy says).")
        private Long seed;

        @Option(names = "--final", description = "Take the policy's hidden seeds.")
        private boolean hidden;
    }

    /** @throws WrongUseException if the policy is missing, or invalid with these schedules */
    Policy policy() {
        OptionalLong seed =
                seeding == null || seeding.seed == null ? OptionalLong.empty() : OptionalLong.of(seeding.seed);
        return policy(name(), schedules, seed, seeding != null && seeding.hidden);
    }

    private String name() {
        return name == null ? KitHome.policies().byDefault() : name;
    }

    /**
     * A policy with the changes of a command's options.
     *
     * @param schedules of each test; {@code null} as the policy says
     * @param seed of the first schedule, in place of the policy's
     * @param hidden whether to take the policy's hidden seed
     * @throws WrongUseException if the policy is missing, or invalid with these options
     */
    static Policy policy(String nameOrFile, Integer schedules, OptionalLong seed, boolean hidden) {
        Policy policy;
        try {
            policy = KitHome.policies().read(nameOrFile);
        } catch (UnusablePolicyException e) {
            throw new WrongUseException("the policy is not right:\n" + e.getMessage());
        } catch (IOException e) {
            throw new WrongUseException(e.getMessage());
        }
        FirstSeed first = policy.seed();
        if (hidden) {
            first = policy.hiddenSeed()
                    .orElseThrow(
                            () -> new WrongUseException(
                                    "--final: the policy " + nameOrFile
                                            + " has no hidden-seed and no seed-secret: add one to a copy of it that students cannot read"));
        } else if (seed.isPresent()) {
            first = new FirstSeed.Same(seed.getAsLong());
        }
        Policy changed = (schedules == null ? policy : policy.withSchedules(schedules)).withSeed(first);
        if (first instanceof FirstSeed.Same same) {
            changed.tests().forEach(test -> Schedules.of(same.seed(), test.schedules()));
        }
        changed.inexact().ifPresent(reason -> {
            throw new WrongUseException("--schedules " + schedules + ": " + reason);
        });
        return changed;
    }

    /** The same options as words, for another command line. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--policy=" + name()));
        if (schedules != null) {
            words.add("--schedules=" + schedules);
        }
        if (seeding != null) {
            words.add(seeding.hidden ? "--final" : "--seed=" + seeding.seed);
        }
        return words;
    }
}
