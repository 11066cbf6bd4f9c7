/**
 * The record of a schedule: what happened, when, where, and which earlier event led to it. All events are plain values, so
 * that an analysis never parses a text; {@link kvlab.record.Timeline} makes the text. Recording is off unless someone asks
 * for a record, and then costs nothing; the schedule is the same either way. Independent of the simulation, which keeps the
 * current cause here. Uses {@code kvlab.api} and {@code kvlab.diagnostic} for their plain values.
 *
 * <p>A cause is an earlier event, so causes can be walked backwards to the beginning. What has nothing to do with an event
 * is not among its causes, unless the same server or client did it just before.
 */
package kvlab.record;
