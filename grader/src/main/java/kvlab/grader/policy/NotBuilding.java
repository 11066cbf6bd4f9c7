package kvlab.grader.policy;

/**
 * What a submission is worth that does not compile, or ends its process before anything of it has passed. It is always
 * marked for review.
 *
 * @param atMost the part of full marks that a TA may give it
 * @param gets the part that it gets unless a TA says otherwise; not more than {@code atMost}
 */
public record NotBuilding(Percent atMost, Percent gets) {}
