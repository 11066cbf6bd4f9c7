package kvlab.grader.bench;

import java.io.IOException;
import java.util.List;

/** Measures one or more related figures; may take many seconds. */
public interface Measurement {

    /** A short description. */
    String what();

    /** @throws IOException if the measured code could not run, or gave a wrong result */
    List<Figure> take() throws IOException, InterruptedException;
}
