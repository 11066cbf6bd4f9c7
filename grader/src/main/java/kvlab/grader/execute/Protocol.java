package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import kvlab.grader.execute.inspect.Information;
import kvlab.schedule.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How jobs and reports are written: one line of JSON each. */
final class Protocol {

    private final JsonMapper json =
            JsonMapper.builder().addMixIn(Verdict.class, NamedVerdict.class).build();

    private record Line(String nonce, Report report) {}

    private record Finding(String nonce, Information information) {}

    String write(Job job) {
        return json.writeValueAsString(job);
    }

    Job readJob(String line) {
        return json.readValue(line, Job.class);
    }

    String write(String nonce, Report report) {
        return json.writeValueAsString(new Line(nonce, report));
    }

    String write(InspectionJob job) {
        return json.writeValueAsString(job);
    }

    InspectionJob readInspectionJob(String line) {
        return json.readValue(line, InspectionJob.class);
    }

    String write(String nonce, Information information) {
        return json.writeValueAsString(new Finding(nonce, information));
    }

    /** What was found, unless this line is something that a submission printed. */
    Optional<Information> readInformation(String nonce, String line) {
        return read(nonce, line, Finding.class)
                .filter(read -> nonce.equals(read.nonce()) && read.information() != null)
                .map(Finding::information);
    }

    /** The report on this line, unless it is something that a submission printed. */
    Optional<Report> readReport(String nonce, String line) {
        return read(nonce, line, Line.class)
                .filter(read -> nonce.equals(read.nonce()) && read.report() != null)
                .map(Line::report);
    }

    private <T> Optional<T> read(String nonce, String line, Class<T> type) {
        if (!line.startsWith("{") || !line.contains(nonce)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(line, type));
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Verdict.Passed.class, name = "passed"),
        @JsonSubTypes.Type(value = Verdict.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Verdict.TimedOut.class, name = "timedOut"),
        @JsonSubTypes.Type(value = Verdict.Crashed.class, name = "crashed"),
        @JsonSubTypes.Type(value = Verdict.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Verdict.Undecided.class, name = "undecided"),
        @JsonSubTypes.Type(value = Verdict.InfrastructureError.class, name = "infrastructureError")
    })
    private interface NamedVerdict {}
}
