package kvlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import kvlab.grader.export.PackedKit;
import kvlab.grader.policy.Policy;
import picocli.CommandLine.Option;

/** The policy by which the exported kit grades. */
class ExportOptions {

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

    /** @throws WrongUseException if the policy is missing, or invalid with these options */
    Policy policy() {
        return PolicyOptions.policy(name, schedules, OptionalLong.empty(), hidden);
    }

    /** The policy's name on the command line, or its file. */
    String name() {
        return name;
    }

    /** Options of {@code kvlab grade} besides the policy. */
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

    /**
     * This kit with its class path and the policy.
     *
     * @param more further options of the packed command
     */
    PackedKit packedKit(List<String> more) throws IOException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<String> all = new ArrayList<>(options());
        all.addAll(more);
        return new PackedKit(KitHome.path(), classPath, KitHome.policies().find(name), all);
    }
}
