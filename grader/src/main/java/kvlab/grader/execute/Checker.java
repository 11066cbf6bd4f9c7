package kvlab.grader.execute;

import java.time.Duration;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;

/** Checks submissions, one after the other or several at the same time. */
@FunctionalInterface
public interface Checker {

    /** @param patience real time after which the compiler is taken not to get through */
    Checked check(CheckJob job, Duration patience) throws InterruptedException;
}
