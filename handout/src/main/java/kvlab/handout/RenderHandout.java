package kvlab.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the handout: {@code RenderHandout <root of the repository> <page to write>}. Run by the build. */
public final class RenderHandout {

    private RenderHandout() {}

    /**
     * Renders the page, or stops the build.
     *
     * @throws Misprint naming the chapter's file and line, if something that it refers to cannot be found
     */
    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[0]).normalize();
        Path page = Path.of(arguments[1]);
        String html = Handout.of(repository).html();
        Files.createDirectories(page.getParent());
        Files.writeString(page, html);
    }
}
