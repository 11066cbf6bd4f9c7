/**
 * A student's classes: finds them, checks them against the rules, and instantiates them.
 *
 * <p>{@link kvlab.submission.Submission} finds {@code lab.KvServer} in a class loader, reads the class files of the
 * submission without running any of it, and refuses it with advice if it shares memory between servers or makes calls
 * that stop the simulation. {@link kvlab.submission.PureValue} requires that commands in a log are immutable.
 *
 * <p>These checks help honest students, who learn at once what would otherwise cost them an evening. They do not
 * protect against dishonest ones: they know the common forbidden calls, not every way around them. The
 * grader's allow-list protects against those.
 *
 * <p>Uses {@code kvlab.api}, {@code kvlab.classfile} and {@code kvlab.diagnostic}, nothing else.
 */
package kvlab.submission;
