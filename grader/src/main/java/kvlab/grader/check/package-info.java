/**
 * Compiles sources and checks the classes, in memory, without running any code of a submission. Student code sees
 * {@code kvlab.api} and the JDK when it is compiled, and the same when it is loaded. An {@link
 * kvlab.grader.check.AllowList} of classes and members, read from {@code allowed.txt}, is checked for every reference
 * in the class files. Uses {@code kvlab.grader.intake}, and of the harness {@code kvlab.submission}, whose findings are
 * more specific, and {@code kvlab.classfile}, which reads the references.
 */
package kvlab.grader.check;
