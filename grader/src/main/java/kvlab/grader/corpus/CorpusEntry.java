package kvlab.grader.corpus;

import java.util.List;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.SourceFile;

/**
 * A submission of which is known what must come of it.
 *
 * @param kind whether it is right
 * @param name the name of its directory: its design, or its bug
 * @param place its directory, as one names it at the top of the kit
 * @param bugs ids of the bugs that it stands for, such as {@code S04}; empty for a bug that has none. A correct one may
 *     stand for what is a bug only elsewhere
 * @param description what it does, or does wrong
 * @param files what it consists of; where it has no server or Clerk of its own, with that of the model answer
 * @param own names of those files that lie in its directory
 * @param suites names of the suites that try what it has of its own
 * @param expectations what must come of it if it is wrong; a correct one passes all that it is tried with
 * @param runsApart whether it may keep a processor busy for ever, so that it needs a process that can be ended
 */
public record CorpusEntry(
        Kind kind,
        String name,
        String place,
        List<String> bugs,
        String description,
        List<SourceFile> files,
        List<String> own,
        List<String> suites,
        List<Expectation> expectations,
        boolean runsApart) {

    /** Whether a submission is right. */
    public enum Kind {
        CORRECT,
        WRONG
    }

    public CorpusEntry {
        bugs = List.copyOf(bugs);
        files = List.copyOf(files);
        own = List.copyOf(own);
        suites = List.copyOf(suites);
        expectations = List.copyOf(expectations);
    }

    public boolean isCorrect() {
        return kind == Kind.CORRECT;
    }

    /** Whether its directory holds all that a suite needs, so that {@code kvlab test} can be told to try it. */
    boolean standsAloneFor(String suite) {
        return LabSuite.named(suite).orElseThrow().needs().stream()
                .allMatch(part -> own.contains(part.simpleName() + ".java"));
    }

    @Override
    public String toString() {
        return place;
    }
}
