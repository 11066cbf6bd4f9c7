package kvlab.grader.policy;

/**
 * The points of a submission that does not compile, or ends its process before anything passes. It is always marked for
 * review.
 *
 * @param atMost the maximum share of full marks that a TA may give
 * @param gets the default share; at most {@code atMost}
 */
public record NotBuilding(Percent atMost, Percent gets) {}
