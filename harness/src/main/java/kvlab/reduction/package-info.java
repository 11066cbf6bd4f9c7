/**
 * What can be taken away from a schedule, to see whether a failure needs it (delta debugging: Zeller and Hildebrandt,
 * "Simplifying and Isolating Failure-Inducing Input", 2002). Every such {@link kvlab.reduction.Element} names itself within
 * its schedule; the schedule asks {@link kvlab.reduction.Elements} before each. A {@link kvlab.reduction.Reduction} says
 * which are left, and {@link kvlab.reduction.ReductionCode} writes it into a replay line. Uses nothing of the kit.
 */
package kvlab.reduction;
