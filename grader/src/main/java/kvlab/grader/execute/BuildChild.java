package kvlab.grader.execute;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kvlab.grader.check.Build;
import kvlab.grader.check.BuildJob;
import kvlab.grader.check.Builder;
import kvlab.grader.execute.sandbox.ParentLines;
import tools.jackson.databind.json.JsonMapper;

/** The process that builds: for each {@link BuildJob} on standard input a {@link Build} on standard output. */
final class BuildChild {

    private BuildChild() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(System.out);
        JsonMapper json = JsonMapper.shared();
        Builder builder = new Builder();
        ParentLines jobs = ParentLines.open();
        while (true) {
            BuildJob job = json.readValue(jobs.next(), BuildJob.class);
            answers.print(json.writeValueAsString(builder.build(job)) + "\n");
            answers.flush();
        }
    }
}
