/**
 * Two runs side by side: up to where they are the same, where they part, and what follows from it. Uses records of runs, and
 * knows nothing of how they were made.
 */
package kvlab.grader.difference;
