package kvlab.grader;

import kvlab.grader.cli.KvlabCommand;

/** The process {@code kvlab}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Exit rather than return: a submission that hung has left a thread behind.
        System.exit(KvlabCommand.run(args));
    }
}
