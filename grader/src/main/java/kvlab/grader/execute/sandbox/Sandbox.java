package kvlab.grader.execute.sandbox;

import java.util.ArrayList;
import java.util.List;
import kvlab.diagnostic.Diagnostic;

/**
 * What keeps a submission's process apart from the machine it runs on.
 *
 * @param description what holds it, or why nothing does
 * @param isClosed whether the process sees no network, no files but those it runs on, and no other processes
 * @param launcher what comes before the command that is to be run in it
 */
public record Sandbox(Diagnostic description, boolean isClosed, List<String> launcher) {

    public Sandbox {
        launcher = List.copyOf(launcher);
    }

    /**
     * The best that this machine offers: tries it, by starting a Java in it.
     *
     * @param processes how many processes and threads may be in it at the same time
     */
    public static Sandbox best(int processes) {
        return SandboxSearch.onThisMachine(processes).best();
    }

    /** None but the JVM's own limits, on heap and such. */
    public static Sandbox none(String why) {
        return new Sandbox(Diagnostic.of("sandbox.none").with("why", why), false, List.of());
    }

    List<String> around(List<String> command) {
        List<String> all = new ArrayList<>(launcher);
        all.addAll(command);
        return all;
    }
}
