/**
 * Histories of calls on a key/value store, and the linearizability checker.
 *
 * <p>A {@link kvlab.history.HistoryRecorder} records the invocations and returns of calls as an immutable {@link
 * kvlab.history.History}. A {@link kvlab.history.LinearizabilityChecker} checks it; the result is a {@link
 * kvlab.history.Linearizability}, which explains a failure.
 *
 * <p>Inside the checker, {@code KeyHistory} holds the calls on one key. {@code UnambiguousOrder} decides it if the
 * values read determine the writes that produced them; otherwise {@code Search} does, in steps, so that several keys
 * take turns. Both decide any prefix of a history; {@code LongestPrefix} uses that to find the first get without a
 * place.
 *
 * <p>Uses {@code kvlab.diagnostic} and {@code java.*}.
 */
package kvlab.history;
