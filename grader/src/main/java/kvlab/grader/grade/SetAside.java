package kvlab.grader.grade;

import java.nio.file.Path;
import kvlab.grader.grade.result.ResultDirectory;

/** A file that was in a result's place, and what it is called now. */
public record SetAside(ResultDirectory.Unusable unusable, Path keptAs) {}
