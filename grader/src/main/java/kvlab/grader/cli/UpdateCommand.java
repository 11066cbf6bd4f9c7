package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import kvlab.grader.policy.Policy;
import kvlab.grader.update.KitUpdate;
import kvlab.grader.update.MendedKit;
import kvlab.grader.update.UnusableKitException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kvlab update}: a student's kit takes over the files of one that the course has issued since. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description =
                "Takes over a kit that your course has issued since you got this one. Your own files stay as they are. If you have"
                        + " changed files of the kit, it says which, and changes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:this kit has the files of that one",
            "2:wrong use, or files of the kit were changed; nothing has happened",
            "3:the kit itself failed"
        })
final class UpdateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KIT", description = "What the course has issued: a .zip, a .tar, or a folder.")
    private Path path;

    @Override
    public Integer call() throws IOException {
        Policy policy = PolicyOptions.policy(KitHome.policies().byDefault(), null, OptionalLong.empty(), false);
        KitUpdate update;
        try {
            update = new KitUpdate(
                    KitHome.path(), MendedKit.at(path), policy.files().allowed());
        } catch (UnusableKitException e) {
            throw new WrongUseException(e.getMessage());
        }
        if (update.isDone()) {
            System.out.println("nothing to do: this kit has the files of that one");
            return ExitCode.OK;
        }
        update.run();
        System.out.println(
                "updated " + update.size() + " files of the kit, and what ./kvlab runs on; your own are as they were");
        update.kept()
                .forEach(file -> System.out.println(
                        "kept your " + file + ": the new kit has another to begin with; compare them if you like"));
        System.out.println("with git, commit all of it, new files too: git add -A, and git commit");
        return ExitCode.OK;
    }
}
