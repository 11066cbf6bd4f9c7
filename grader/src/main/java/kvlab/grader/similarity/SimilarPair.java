package kvlab.grader.similarity;

/**
 * Two submissions that have much in common.
 *
 * @param first its name
 * @param second its name
 * @param share how much of the two, from 0 to 1
 */
public record SimilarPair(String first, String second, double share) {}
