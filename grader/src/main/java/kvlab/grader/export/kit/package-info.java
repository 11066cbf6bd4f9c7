/**
 * Makes the kit that a course hands out to its students: a project with the skeleton, the lab's tests, the built launcher and
 * the handout, in which nothing leads to an answer. Uses {@code export}, {@code check}, {@code execute}, {@code policy},
 * {@code intake} and its {@code restricted}, ASM to compare methods, and SnakeYAML to take keys out of policies.
 */
package kvlab.grader.export.kit;
