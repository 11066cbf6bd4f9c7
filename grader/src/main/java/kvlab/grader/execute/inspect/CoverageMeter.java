package kvlab.grader.execute.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ICoverageNode;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.jacoco.core.runtime.SystemPropertiesRuntime;

/**
 * Measures what of some classes is run, from {@link #start} on. Only these classes are changed, and before they are loaded, so
 * that no agent is needed. They reach their counters through a system property: theirs is a class loader that sees the
 * JDK and the lab's interfaces only.
 */
public final class CoverageMeter implements AutoCloseable {

    /** Ranges of lines in each file: many times what a server of the lab has. */
    private static final int MAX_RANGES = 500;

    private final Map<String, byte[]> classes;
    private final IRuntime runtime;
    private final RuntimeData data;

    private CoverageMeter(Map<String, byte[]> classes, IRuntime runtime, RuntimeData data) {
        this.classes = new TreeMap<>(classes);
        this.runtime = runtime;
        this.data = data;
    }

    /** @param classes class files by binary name, with line numbers in them */
    public static CoverageMeter start(Map<String, byte[]> classes) {
        IRuntime runtime = new SystemPropertiesRuntime();
        RuntimeData data = new RuntimeData();
        try {
            runtime.startup(data);
        } catch (Exception e) {
            throw new IllegalStateException("JaCoCo cannot keep its counters", e);
        }
        return new CoverageMeter(classes, runtime, data);
    }

    /**
     * The same classes, which do the same, and count.
     *
     * @throws IOException if one of them is no class file, or has no room left
     */
    public Map<String, byte[]> counting() throws IOException {
        Instrumenter instrumenter = new Instrumenter(runtime);
        Map<String, byte[]> counting = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            counting.put(type.getKey(), instrumenter.instrument(type.getValue(), type.getKey()));
        }
        return counting;
    }

    /** What was run until now. */
    public Coverage measured() throws IOException {
        ExecutionDataStore executed = new ExecutionDataStore();
        data.collect(executed, new SessionInfoStore(), false);
        CoverageBuilder builder = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(executed, builder);
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            analyzer.analyzeClass(type.getValue(), type.getKey());
        }
        IBundleCoverage all = builder.getBundle("submission");
        return new Coverage(
                share(all.getLineCounter()),
                share(all.getBranchCounter()),
                builder.getSourceFiles().stream()
                        .sorted(Comparator.comparing(ICoverageNode::getName))
                        .map(CoverageMeter::ofFile)
                        .toList());
    }

    private static Coverage.OfFile ofFile(ISourceFileCoverage file) {
        return new Coverage.OfFile(
                file.getName(), share(file.getLineCounter()), share(file.getBranchCounter()), notRun(file));
    }

    private static Coverage.Share share(ICounter counter) {
        return new Coverage.Share(counter.getCoveredCount(), counter.getTotalCount());
    }

    /** Lines without code, such as blank ones, do not end a range. */
    private static List<Coverage.Range> notRun(ISourceFileCoverage file) {
        List<Coverage.Range> ranges = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int line = file.getFirstLine(); line <= file.getLastLine() + 1; line++) {
            int status = line > file.getLastLine()
                    ? ICounter.FULLY_COVERED
                    : file.getLine(line).getStatus();
            if (status == ICounter.NOT_COVERED) {
                first = first == 0 ? line : first;
                last = line;
            } else if (status != ICounter.EMPTY && first != 0) {
                ranges.add(new Coverage.Range(first, last));
                first = 0;
            }
        }
        return ranges.subList(0, Math.min(ranges.size(), MAX_RANGES));
    }

    @Override
    public void close() {
        runtime.shutdown();
    }
}
