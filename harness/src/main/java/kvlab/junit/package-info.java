/**
 * Runs lab tests in JUnit: on the console, in Maven and in an IDE alike. Their seed and the number of schedules come as JUnit
 * configuration parameters. A suite is run by {@link kvlab.junit.ScheduleExtension}. Uses {@code kvlab.schedule}, {@code
 * kvlab.postmortem}, {@code kvlab.record}, and JUnit.
 */
package kvlab.junit;
