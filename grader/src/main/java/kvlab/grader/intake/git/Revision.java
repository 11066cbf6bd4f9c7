package kvlab.grader.intake.git;

/** The commit of a git repository to read instead of its work tree. */
public sealed interface Revision permits Branch, CommitId {}
