package kvlab.schedule;

/**
 * What became of one run of a schedule.
 *
 * @param events how many events it had
 * @param faults how many faults struck
 * @param calls how many calls clients made
 */
public record ScheduleRun(Verdict verdict, long events, int faults, int calls) {}
