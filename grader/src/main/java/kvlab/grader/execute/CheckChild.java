package kvlab.grader.execute;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.sandbox.ParentLines;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main class of the compile process: reads {@link CheckJob}s from standard input and writes a {@link Checked} for
 * each to standard output.
 */
final class CheckChild {

    private CheckChild() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(System.out);
        JsonMapper json = JsonMapper.shared();
        ParentLines jobs = ParentLines.open();
        while (true) {
            CheckJob job = json.readValue(jobs.next(), CheckJob.class);
            answers.print(json.writeValueAsString(job.check()) + "\n");
            answers.flush();
        }
    }
}
