package kvlab.api;

/**
 * A log entry's payload. Implement it with a record made only of strings, numbers, booleans, enums, unmodifiable lists of
 * such (as from {@code List.of} and {@code List.copyOf}), and such records: replicas share nothing but the log, so
 * nothing in it may change. {@link Raft#start} refuses any other command and names the component that is at fault.
 */
public interface Command {}
