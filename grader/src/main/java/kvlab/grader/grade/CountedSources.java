package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.restricted.PristineKit;
import kvlab.grader.intake.restricted.RestrictedFiles;
import kvlab.grader.policy.Policy;

/** The sources that grading would compile, for whoever looks at them and runs nothing. */
public final class CountedSources {

    private final Policy policy;
    private final HandInPolicy reception;
    private final PristineKit kit;
    private final RestrictedFiles restricted;

    /**
     * @param kit the directory of the kit that students got
     * @throws IOException if it cannot be read
     */
    public CountedSources(Policy policy, Path kit) throws IOException {
        this.policy = policy;
        this.reception = new HandInPolicy(policy);
        this.kit = PristineKit.at(kit);
        this.restricted = new RestrictedFiles(this.kit, policy.files().allowed());
    }

    /** Those of the hand-in that counts; empty if it cannot be opened. */
    public Optional<List<SourceFile>> of(StudentUploads uploads) {
        IntakeResult receipt = reception.read(SelectedUpload.of(uploads, policy).upload());
        return receipt instanceof IntakeResult.Received received
                ? Optional.of(restricted.check(received).submission().files())
                : Optional.empty();
    }

    /** The same files as they were handed out. */
    public List<SourceFile> handedOut() {
        return kit.siblings();
    }
}
