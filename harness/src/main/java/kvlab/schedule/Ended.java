package kvlab.schedule;

/** A schedule that has ended. */
public record Ended(long seed, Verdict verdict) {}
