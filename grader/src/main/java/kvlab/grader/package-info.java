/**
 * The process {@code kvlab}, and a process that makes its start faster. A submission's way through the packages below is {@code intake}, {@code check},
 * {@code execute}, {@code policy}, {@code grade}, then {@code report} and {@code export}; each uses only those before it.
 * {@code corpus}, {@code bench} and {@code similarity} are tools beside that way. Uses {@code cli}, and for that other process also
 * what runs in children.
 */
package kvlab.grader;
