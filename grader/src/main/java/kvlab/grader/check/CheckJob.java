package kvlab.grader.check;

import java.util.List;
import java.util.Set;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;

/**
 * What is to be checked.
 *
 * @param needs the parts of it that its tests need
 * @param alsoAllowed lines that {@link AllowList#plus} takes: what it may use beyond the standard list
 * @param forbidden lines that {@link AllowList#minus} takes: what it may not use all the same
 */
public record CheckJob(List<SourceFile> sources, Set<Part> needs, List<String> alsoAllowed, List<String> forbidden) {}
