package kvlab.grader.execute;

import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import tools.jackson.databind.json.JsonMapper;

/** The main class of the compile process: answers {@link CheckJob}s with {@link Checked}. */
final class CheckChild {

    /** Far more than the size of the classes or errors of any submission. */
    private static final int MAX_ANSWER_LENGTH = 16 << 20;

    static final JobProcess.Kind<CheckJob, Checked> KIND = new JobProcess.Kind<>(
            CheckChild.class, CheckJob.class, Checked.class, MAX_ANSWER_LENGTH, JsonMapper.shared());

    private CheckChild() {}

    public static void main(String[] args) throws InterruptedException {
        KIND.serve(CheckJob::check);
    }
}
