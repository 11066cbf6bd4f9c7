/**
 * From source texts to classes that may run, or a refusal; all in memory, and nothing of a submission runs. Student code sees
 * {@code kvlab.api} and the JDK when it is compiled, and the same when it is loaded. An {@link kvlab.grader.check.AllowList}
 * of classes and members, read from {@code allowed.txt}, is held against every reference in its class files. Uses
 * {@code kvlab.grader.intake}, and of the harness {@code kvlab.submission}, whose findings say more wherever it knows the case,
 * and {@code kvlab.classfile}, which reads the references.
 */
package kvlab.grader.check;
