package kvlab.grader.similarity;

/**
 * Two similar submissions.
 *
 * @param first the name of one submission
 * @param second the name of the other
 * @param share the similarity, from 0 to 1
 */
public record SimilarPair(String first, String second, double share) {}
