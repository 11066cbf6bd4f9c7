/**
 * What a student's objects hold: {@link kvlab.inspect.Inspector} reads their fields, as a debugger does, and {@link
 * kvlab.inspect.Watch} says what an event has changed.
 *
 * <p>No code of the submission is called. Its objects are read field by field, and collections of the Java library by
 * the library's own iteration; classes of the library are told apart by their exact class, since a subclass may override
 * anything. What cannot be read so is named by its class. Depth, breadth and size are bounded, whatever the objects are.
 *
 * <p>Some of the library's classes, such as {@code Collections.unmodifiableMap}, keep others that they do not give away.
 * They are read if the JVM was started with {@code --add-opens java.base/java.util=ALL-UNNAMED}, and else named only.
 *
 * <p>Uses {@code kvlab.api}, {@code kvlab.diagnostic} and {@code kvlab.ordered}, nothing else.
 */
package kvlab.inspect;
