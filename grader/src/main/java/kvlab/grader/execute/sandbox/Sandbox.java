package kvlab.grader.execute.sandbox;

import java.util.ArrayList;
import java.util.List;
import kvlab.diagnostic.Diagnostic;

/**
 * The isolation of a submission's process from the machine.
 *
 * @param description the mechanism, or the reason why there is none
 * @param isClosed whether the process sees no network, no files but those it runs on, and no other processes
 * @param launcher the prefix of the command that runs in the sandbox
 */
public record Sandbox(Diagnostic description, boolean isClosed, List<String> launcher) {

    public Sandbox {
        launcher = List.copyOf(launcher);
    }

    /**
     * The strongest sandbox that works on this machine, verified by starting a JVM in it.
     *
     * @param processes the maximum number of processes and threads in it
     */
    public static Sandbox best(int processes) {
        return SandboxSearch.onThisMachine(processes).best();
    }

    /** No sandbox; only the JVM's own limits apply. */
    public static Sandbox none(String why) {
        return new Sandbox(Diagnostic.of("sandbox.none").with("why", why), false, List.of());
    }

    List<String> around(List<String> command) {
        List<String> all = new ArrayList<>(launcher);
        all.addAll(command);
        return all;
    }
}
