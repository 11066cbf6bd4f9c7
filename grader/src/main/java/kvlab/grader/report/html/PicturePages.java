package kvlab.grader.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.diagnostic.Audience;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.picture.PackedPicture;
import kvlab.grader.picture.PictureData;
import kvlab.grader.picture.PicturePage;
import kvlab.grader.picture.PictureText;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.report.FilePerSubmission;
import kvlab.grader.report.GuardedReports;

/**
 * The pages that draw failures, one for each submission that has a picture: beside its student's page, {@code
 * students/<submission>+picture.html}, if the policy shows everything of that test to students, otherwise beside the TA's.
 * Their texts are those that the student, or the TA, may see. No submission's name has a plus sign in it.
 */
public final class PicturePages {

    private static final String ENDING = "+picture.html";

    private final Function<SubmissionResult, Optional<ResultPicture>> pictures;
    private final PicturePage page = new PicturePage();

    PicturePages(Function<SubmissionResult, Optional<ResultPicture>> pictures) {
        this.pictures = pictures;
    }

    /**
     * Where the picture of a test's failure is for a reader of a submission's page.
     *
     * @param address from there; empty if there is none
     * @param missing why there is none
     */
    public record Link(TestResult test, String address, String missing) {}

    /** Writes the pages for one audience into its directory, and deletes those of other submissions. */
    void write(Path directory, Audience audience, List<SubmissionResult> results, GuardedReports reports)
            throws IOException {
        List<SubmissionResult> drawn = results.stream()
                .filter(result -> pictures.apply(result)
                        .filter(picture -> picture.missing().isEmpty() && writtenFor(picture, result) == audience)
                        .isPresent())
                .toList();
        new FilePerSubmission(directory, ENDING, name -> PicturePage.MARK).write(drawn, this::render, reports);
    }

    /** The link on the page of a submission for this audience; empty if it may not see the failure, or no one drew it. */
    Optional<Link> link(Path report, Audience audience, SubmissionResult result) {
        return pictures.apply(result).flatMap(picture -> {
            TestResult test = picture.testIn(result).orElseThrow();
            Audience reader = writtenFor(picture, result);
            if (audience != Audience.STAFF && reader != audience) {
                return Optional.empty();
            }
            String folder = HtmlReport.folder(reader);
            if (Files.exists(report.resolve(folder).resolve(result.submission() + ENDING))) {
                String name = ClassPage.encoded(result.submission() + ENDING);
                return Optional.of(new Link(test, reader == audience ? name : "../" + folder + "/" + name, ""));
            }
            return picture.missing().map(why -> new Link(test, "", why.message()));
        });
    }

    private static Audience writtenFor(ResultPicture picture, SubmissionResult result) {
        return picture.testIn(result).orElseThrow().studentsSee() == StudentsSee.EVERYTHING
                ? Audience.OWNER
                : Audience.STAFF;
    }

    private String render(SubmissionResult result) {
        ResultPicture picture = pictures.apply(result).orElseThrow();
        TestResult whole = picture.testIn(result).orElseThrow();
        TestResult test = writtenFor(picture, result) == Audience.OWNER
                ? StudentView.shown(result.terms(), whole).orElseThrow()
                : whole;
        TestResult.FirstFailure failure = test.firstFailure().orElseThrow();
        PictureData data = data(picture);
        return page.of(
                new PictureText(
                        "Test " + test.number() + ": " + test.title(),
                        test.verdict().inFiles(),
                        failure.message(),
                        List.of(),
                        data.smaller() == 0 ? "The same schedule again" : "The whole schedule again",
                        failure.replay(),
                        Optional.empty()),
                data);
    }

    private static PictureData data(ResultPicture picture) {
        try {
            return PackedPicture.from(picture.data()).data();
        } catch (PackedPicture.DamagedException e) {
            throw new IllegalArgumentException("the file of the picture is damaged: grade that submission again", e);
        }
    }
}
