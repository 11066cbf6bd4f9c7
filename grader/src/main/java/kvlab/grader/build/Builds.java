package kvlab.grader.build;

import java.time.Duration;

/** Builds submissions, one after the other or several at the same time. */
@FunctionalInterface
public interface Builds {

    /** @param patience real time after which the compiler is taken not to get through */
    Build build(BuildJob job, Duration patience) throws InterruptedException;
}
