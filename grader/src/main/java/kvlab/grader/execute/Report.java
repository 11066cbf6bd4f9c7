package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kvlab.schedule.Verdict;

/** One line of a child's report, in the order in which things happen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Report.Running.class, name = "running"),
    @JsonSubTypes.Type(value = Report.TestStarted.class, name = "testStarted"),
    @JsonSubTypes.Type(value = Report.ScheduleEnded.class, name = "scheduleEnded"),
    @JsonSubTypes.Type(value = Report.TestEnded.class, name = "testEnded"),
    @JsonSubTypes.Type(value = Report.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Report.KitFailed.class, name = "kitFailed")
})
sealed interface Report {

    /** The job is understood; the submission's code runs from here on. */
    record Running() implements Report {}

    record TestStarted(int test) implements Report {}

    record ScheduleEnded(int test, long seed, Verdict verdict) implements Report {}

    record TestEnded(int test) implements Report {}

    /** All tests of the job have ended; nothing follows. */
    record Done() implements Report {}

    /** Something of the kit's own went wrong; nothing follows. */
    record KitFailed(Verdict.InfrastructureError error) implements Report {}
}
