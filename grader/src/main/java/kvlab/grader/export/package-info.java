/**
 * Packages for other systems: the kit as Gradescope's zip and Autolab's tar, GitHub's workflow, Classroom 50's script,
 * and the scripts of a Slurm job array. The same kit and policy give the same bytes. Uses {@code kvlab.grader.policy},
 * whose limits say what a job needs, and {@code kvlab.grader.intake}, to know which files are the kit's. The result
 * formats of those systems are in {@code autograder}, {@code ci} and {@code gradebook}.
 */
package kvlab.grader.export;
