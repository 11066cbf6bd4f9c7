/**
 * How fast the kit is, on the machine it runs on: each class takes one figure. Uses {@code kvlab.grader.run} for what
 * is measured in this process, and the launcher script for what is measured from outside.
 */
package kvlab.grader.bench;
