package kvlab.grader.check;

import java.util.List;
import java.util.Set;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;

/**
 * What is to be checked.
 *
 * @param needs the parts of it that its tests need
 * @param api what it may use
 */
public record CheckJob(List<SourceFile> sources, Set<Part> needs, ApiRules api) {}
