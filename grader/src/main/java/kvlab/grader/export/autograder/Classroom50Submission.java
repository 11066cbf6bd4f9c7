package kvlab.grader.export.autograder;

import java.util.function.UnaryOperator;

/**
 * What Classroom 50 tells an autograder of a submission, in variables of the environment.
 *
 * @param classroom its short name
 * @param assignment its short name
 * @param type of the assignment, such as {@code individual}
 * @param owner the account whose repository it is
 * @param tag that marks what is graded, {@code submit/...}
 * @param commit address of its page, as are the two after it
 * @param release where the result is published
 * @param review all that was changed since the repository was handed out
 */
public record Classroom50Submission(
        String classroom,
        String assignment,
        String type,
        String owner,
        String tag,
        String commit,
        String release,
        String review) {

    /** @param variable gives the value of the variable with a name, or throws if there is none */
    public static Classroom50Submission read(UnaryOperator<String> variable) {
        return new Classroom50Submission(
                variable.apply("CLASSROOM"),
                variable.apply("ASSIGNMENT"),
                variable.apply("ASSIGNMENT_TYPE"),
                variable.apply("OWNER"),
                variable.apply("SUBMISSION_TAG"),
                variable.apply("COMMIT_URL"),
                variable.apply("RELEASE_URL"),
                variable.apply("REVIEW_URL"));
    }
}
