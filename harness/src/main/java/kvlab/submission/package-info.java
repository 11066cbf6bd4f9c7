/**
 * What a student hands in, as classes: found, held to the rules, and built.
 *
 * <p>{@link kvlab.submission.Submission} finds {@code lab.KvServer} in a class loader, reads the class files of the
 * submission without running any of it, and refuses it with advice where it shares memory between servers or calls what
 * stops the simulation. {@link kvlab.submission.PureValue} holds commands to the rule that nothing in a log can change.
 *
 * <p>All this is help for honest students, who learn in the first second what would otherwise cost them an evening. It
 * is no protection from dishonest ones: it knows the well-known calls, not every way around them. That is the grader's
 * part.
 *
 * <p>Uses {@code kvlab.api}, {@code kvlab.classfile} and {@code kvlab.diagnostic}, nothing else.
 */
package kvlab.submission;
