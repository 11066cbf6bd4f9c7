package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab export gradescope}. */
@Command(
        name = "gradescope",
        mixinStandardHelpOptions = true,
        description =
                "Makes the zip that is uploaded as a programming assignment's autograder. Gradescope's due date, and"
                        + " whatever extension a student has, takes the place of the policy's, if the policy says what being late"
                        + " costs; otherwise nothing is late, and Gradescope decides what it still takes. Set the assignment's"
                        + " points to the policy's full marks.")
final class ExportGradescopeCommand implements Callable<Integer> {

    @Mixin
    private ExportOptions options;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            defaultValue = "gradescope.zip",
            description = "The zip to write (default: ${DEFAULT-VALUE}).")
    private Path zip;

    @Option(
            names = "--hidden-for-staff",
            description =
                    "Send tests that students may not see, so that staff sees them there. Gradescope then hides the score"
                            + " from students too. Without it those tests count, but are not listed.")
    private boolean hiddenForStaff;

    @Override
    public Integer call() throws IOException {
        options.policy();
        List<String> more = hiddenForStaff ? List.of("--hidden-for-staff") : List.of();
        options.packedKit(more).writeForGradescope(zip);
        System.out.println("wrote " + zip + ": upload it as the autograder of the assignment");
        return ExitCode.OK;
    }
}
