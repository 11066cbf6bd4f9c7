/**
 * The main class of {@code kvlab}, and one that speeds up its start. A submission passes through the packages {@code
 * intake}, {@code check}, {@code execute}, {@code policy}, {@code grade}, then {@code report} and {@code export}; each
 * uses only those before it. {@code corpus}, {@code bench} and {@code similarity} are separate tools. Uses {@code cli},
 * and for the faster start also the code that runs in child processes.
 */
package kvlab.grader;
