package kvlab.handout;

import java.nio.file.Path;

/** Something in a chapter that cannot be printed: the message begins with the chapter's file and line. */
public final class Misprint extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misprint(Path chapter, int line, String problem) {
        super(chapter + ":" + line + ": " + problem);
    }
}
