package kvlab.grader.export;

import java.nio.file.Path;
import java.util.List;

/**
 * A call of {@code kvlab grade}, to be made again elsewhere: in the same directory with the same words, so that it gives
 * the same results.
 *
 * @param kit the kit's directory
 * @param java the JDK's directory
 * @param directory where the call was made: what relative paths begin at
 * @param options as they were given
 * @param submissions the paths as they were given
 */
public record GradeCall(Path kit, Path java, Path directory, List<String> options, List<String> submissions) {

    public GradeCall {
        options = List.copyOf(options);
        submissions = List.copyOf(submissions);
    }

    Path launcher() {
        return kit.resolve("kvlab");
    }
}
