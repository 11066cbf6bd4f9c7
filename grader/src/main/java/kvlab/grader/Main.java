package kvlab.grader;

import kvlab.grader.cli.KvlabCommand;

/** The process {@code kvlab}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Exit explicitly: a hung submission leaves a thread running.
        System.exit(KvlabCommand.run(args));
    }
}
