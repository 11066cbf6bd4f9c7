package kvlab.grader.execute;

import java.time.Duration;
import kvlab.grader.check.Build;
import kvlab.grader.check.BuildJob;

/** Builds submissions, one after the other or several at the same time. */
@FunctionalInterface
public interface Builds {

    /** @param patience real time after which the compiler is taken not to get through */
    Build build(BuildJob job, Duration patience) throws InterruptedException;
}
