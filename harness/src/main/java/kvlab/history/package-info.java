/**
 * What clients of a key/value store saw, and whether one store that does one call at a time could have shown them
 * that.
 *
 * <p>A {@link kvlab.history.HistoryRecorder} notes calls as they begin and end; the {@link kvlab.history.History} it
 * yields is a value; a {@link kvlab.history.LinearizabilityChecker} answers with a
 * {@link kvlab.history.Linearizability} that explains itself.
 *
 * <p>Behind the checker: {@code KeyHistory} is one key's share, as numbers. {@code UnambiguousOrder} decides it where the
 * values read leave no doubt which write came from where; {@code Search} decides it otherwise, step by step, so that
 * several keys can take turns. Both answer for any prefix of the history, and {@code LongestPrefix} asks them where it
 * went wrong.
 *
 * <p>Stands alone: uses nothing but {@code java.*}.
 */
package kvlab.history;
