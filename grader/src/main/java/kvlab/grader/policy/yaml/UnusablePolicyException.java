package kvlab.grader.policy.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file is not right. Has all that is wrong with it, by line; the message is one line for each. */
public final class UnusablePolicyException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    UnusablePolicyException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
