package kvlab.grader.execute.sandbox;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user for one process, so that limits on what a user may have hold for that process and no other. The numbers are those
 * that systemd sets aside for users that exist only while something runs.
 */
final class ProcessUser {

    private static final int FIRST = 61184;
    private static final int COUNT = 4336;

    /** Stands for the number in a command. */
    private static final String NUMBER = "<user>";

    /** Random, since other graders may run. */
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(COUNT));

    private ProcessUser() {}

    /** The prefix of a command that runs as such a user, without any privilege. */
    static List<String> become(String setpriv) {
        return List.of(setpriv, "--reuid", NUMBER, "--regid", NUMBER, "--clear-groups", "--inh-caps=-all");
    }

    /** The command for another process. */
    static List<String> next(List<String> command) {
        String number = Integer.toString(FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT));
        return command.stream().map(word -> word.equals(NUMBER) ? number : word).toList();
    }
}
