/**
 * A student's classes: finds them, checks them against the rules, and instantiates them.
 *
 * <p>{@link kvlab.submission.Submission} finds {@code lab.KvServer} in a class loader, reads the class files of the
 * submission without running any of it, and refuses it with advice if it visibly shares memory between servers or makes
 * calls that stop the simulation. Then the classes are initialised, and what their static fields hold is inspected object
 * by object: servers and Clerks must not find each other through it. {@link kvlab.submission.PureValue} requires that
 * commands in a log are immutable.
 *
 * <p>A {@link kvlab.submission.Machine} loads the classes once more, and reads values of other machines as copies of its
 * own classes. {@code kvlab.schedule} compares such runs with those in which all servers and Clerks share their classes.
 *
 * <p>The check of calls helps honest students, who learn at once what would otherwise cost them an evening. It does not
 * protect against dishonest ones: it knows the common forbidden calls, not every way around them. The
 * grader's allow-list protects against those.
 *
 * <p>Uses {@code kvlab.api}, {@code kvlab.classfile}, {@code kvlab.ordered} and {@code kvlab.diagnostic}, nothing else.
 */
package kvlab.submission;
