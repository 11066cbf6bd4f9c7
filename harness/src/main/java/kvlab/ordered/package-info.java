/**
 * Unmodifiable sets and maps that are iterated in the order in which their elements were given. Those of the Java library
 * are iterated in an order that differs from process to process, so that a seed would no longer stand for one schedule.
 *
 * <p>{@link kvlab.ordered.OrderedFactories} lets class files call the factories of this package instead of the library's.
 * Uses ASM, nothing else.
 */
package kvlab.ordered;
