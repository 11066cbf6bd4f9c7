/**
 * Why a schedule failed. {@link kvlab.explain.Explainer} reads the record of a failed schedule and its history, and gives an
 * {@link kvlab.explain.Explanation}: the cause, if facts of the record determine it, and the story, the events that it
 * depends on.
 *
 * <p>{@code Course} joins the events: the life of each request, and of each entry of the log. {@code ReplayedLog} says what a
 * key must hold after each committed entry, and what it would hold if one rule were broken. {@code Peers} joins what students'
 * Rafts did with each other, and {@code Held} says which commands were in their logs. Each {@code Detective} knows one
 * kind of causes and states one only if it is a fact of the record.
 *
 * <p>Uses {@code kvlab.record}, {@code kvlab.history} and {@code kvlab.diagnostic}.
 */
package kvlab.explain;
