package kvlab.grader.grade;

import java.nio.file.Path;
import kvlab.grader.grade.result.DamagedResult;

/** A damaged file that was in a result's place, and what it is called now. */
public record SetAside(DamagedResult damaged, Path keptAs) {}
