package kvlab.grader.export;

import java.util.List;

/**
 * Where a job on GitHub gets the kit, and by what it grades there.
 *
 * @param repository {@code OWNER/NAME}
 * @param ref its branch, tag or commit
 * @param policy the policy's path in it, with slashes
 * @param options more for the command line, such as {@code --final}
 */
public record KitSource(String repository, String ref, String policy, List<String> options) {

    public KitSource {
        options = List.copyOf(options);
    }
}
