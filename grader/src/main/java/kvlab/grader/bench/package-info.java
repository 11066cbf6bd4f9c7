/**
 * How fast the kit is, on the machine it runs on: each class takes some figures. Uses {@code kvlab.grader.execute} for what
 * is measured in this process, and the launcher script for what is measured from outside.
 */
package kvlab.grader.bench;
