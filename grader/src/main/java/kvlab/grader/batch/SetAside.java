package kvlab.grader.batch;

import java.nio.file.Path;
import kvlab.grader.result.DamagedResult;

/** A damaged file that was in a result's place, and what it is called now. */
public record SetAside(DamagedResult damaged, Path keptAs) {}
