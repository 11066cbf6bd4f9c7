/**
 * The lab's tests, written as the handout tells them: what happens to the cluster, and what must hold. Uses {@code
 * kvlab.cluster} for what happens and {@code kvlab.schedule} to be run.
 */
package kvlab.scenario;
