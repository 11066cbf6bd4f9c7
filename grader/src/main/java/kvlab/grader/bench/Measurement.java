package kvlab.grader.bench;

import java.io.IOException;
import java.util.List;

/** Takes one or more figures that belong together; may take many seconds of real time. */
public interface Measurement {

    /** What is about to be measured, in a few words. */
    String what();

    /** @throws IOException if what is measured could not be run, or did not do what it should */
    List<Figure> take() throws IOException, InterruptedException;
}
