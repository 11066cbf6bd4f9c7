package kvlab.explain;

import kvlab.diagnostic.Diagnostic;
import kvlab.history.History;
import kvlab.record.Recording;

/**
 * A schedule that failed.
 *
 * @param finding what the verdict says
 * @param recording the events of the schedule, from its beginning
 * @param history the calls of its clients
 */
public record Failure(Diagnostic finding, Recording recording, History history) {}
