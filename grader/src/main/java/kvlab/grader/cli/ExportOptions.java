package kvlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kvlab.grader.export.PackedKit;
import kvlab.grader.export.PackedPolicy;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import picocli.CommandLine.Option;

/** By which policy what is exported will grade. */
final class ExportOptions {

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "core-lab",
            description = "core-lab, extended-lab, or a policy file of your own (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--schedules",
            paramLabel = "K",
            description = "How many schedules of each test (default: as the policy says).")
    private Integer schedules;

    @Option(names = "--final", description = "Take the policy's hidden seed.")
    private boolean hidden;

    /** @throws WrongUseException if there is no such policy, or it is not right, or not with these options */
    Policy policy() {
        try {
            Policy policy = new PolicyFiles().read(name);
            if (hidden && policy.hiddenSeed().isEmpty()) {
                throw new WrongUseException("--final: the policy " + name + " has no hidden-seed");
            }
            Policy asked = schedules == null ? policy : policy.withSchedules(schedules);
            asked.tests().forEach(test -> Schedules.of(asked.seed(), test.schedules()));
            asked.inexact().ifPresent(reason -> {
                throw new WrongUseException("--schedules " + schedules + ": " + reason);
            });
            return asked;
        } catch (UnusablePolicyException e) {
            throw new WrongUseException("the policy is not right:\n" + e.getMessage());
        }
    }

    /** What the policy is called on the command line, or the file that it is. */
    String name() {
        return name;
    }

    /** What {@code kvlab grade} is told beside the policy. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (schedules != null) {
            options.addAll(List.of("--schedules", schedules.toString()));
        }
        if (hidden) {
            options.add("--final");
        }
        return options;
    }

    /** With what else the packed command is told. */
    PackedPolicy packed(List<String> more) throws IOException {
        List<String> options = options();
        options.addAll(more);
        return new PackedPolicy(Files.readAllBytes(PolicyFiles.find(name)), options);
    }

    /** This kit, with what it runs on now. */
    static PackedKit kit() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new PackedKit(KitHome.path(), classPath);
    }
}
