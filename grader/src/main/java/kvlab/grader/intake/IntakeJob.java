package kvlab.grader.intake;

/**
 * Reading of an archive or a repository. Libraries and programs parse these, which hostile content can exhaust; so
 * grading does it in a process of its own.
 */
public sealed interface IntakeJob permits OpenJob, FindJob {}
