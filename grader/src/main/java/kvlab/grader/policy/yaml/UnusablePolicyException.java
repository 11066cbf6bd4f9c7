package kvlab.grader.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file is not right. Has all that is wrong with it, by line; the message is one line for each. */
public final class UnusablePolicyException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    UnusablePolicyException(Collection<Problem> found) {
        super(byLine(found).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = byLine(found);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> byLine(Collection<Problem> found) {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
