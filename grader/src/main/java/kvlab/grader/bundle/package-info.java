/**
 * The kit packed for other systems, Gradescope's zip and Autolab's tar; and what fetches it there, GitHub's workflow and
 * Classroom 50's script. The same kit and policy give the same bytes. Uses {@code kvlab.grader.intake}, to know which files
 * are the kit's.
 */
package kvlab.grader.bundle;
