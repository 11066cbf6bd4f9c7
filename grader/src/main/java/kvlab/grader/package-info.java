/**
 * The process {@code kvlab} and nothing else. A submission's way through the packages below is {@code intake}, {@code check},
 * {@code execute}, {@code policy}, {@code grade}, then {@code report} and {@code export}; each uses only those before it.
 * {@code corpus}, {@code bench} and {@code similarity} are tools beside that way. Uses {@code cli}.
 */
package kvlab.grader;
