package kvlab.grader.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a page that say which schedule its picture shows. They are the caller's: of a submission's process he takes
 * only the {@linkplain PictureData data}.
 *
 * @param title names the schedule, such as {@code Test 5: Kv operations through re-election}
 * @param verdict in one word, such as {@code Failed}
 * @param finding what the verdict says
 * @param detail more of it in lines, possibly none
 * @param replayTitle what the next one runs
 * @param replay the command that runs it; empty if the reader may not know it
 * @param handout the link from the page to the handout's page, if that is at hand
 */
public record PictureText(
        String title,
        String verdict,
        String finding,
        List<String> detail,
        String replayTitle,
        String replay,
        @JsonIgnore Optional<String> handout) {
    public PictureText {
        title = Shown.of(title);
        finding = Shown.of(finding);
        detail = detail.stream().map(Shown::of).toList();
        replay = Shown.of(replay);
    }
}
