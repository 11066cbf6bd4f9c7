package kvlab.schedule;

import kvlab.history.History;
import kvlab.record.Recording;

/** A schedule that was run with a record, to see how it came to its verdict. */
public record RecordedRun(Verdict verdict, Recording recording, History history) {}
