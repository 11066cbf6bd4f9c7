/**
 * The kit packed for other systems: Gradescope's zip, Autolab's tar, GitHub's workflow. The same kit and policy give the
 * same bytes. Uses {@code kvlab.grader.intake}, to know which files are the kit's.
 */
package kvlab.grader.bundle;
