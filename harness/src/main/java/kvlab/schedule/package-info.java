/**
 * Runs a scenario under schedules and decides the verdicts. A scenario is a JUnit Jupiter test method with {@link
 * kvlab.schedule.LabTest}. Uses {@code
 * kvlab.cluster}, {@code kvlab.record}, {@code kvlab.history}, {@code kvlab.submission},
 * {@code kvlab.reduction} and the worlds of {@code kvlab.sim}.
 */
package kvlab.schedule;
