package kvlab.grader.intake.git;

/** Which state of a git repository is read, whatever its work tree holds. */
public sealed interface Revision permits Branch, CommitId {}
