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
 * Measures the coverage of some classes, from {@link #start} on. Only these classes are instrumented, before they are
 * loaded, so no agent is needed. They access their counters through a system property, because their class loader sees
 * only the JDK and the lab's interfaces.
 */
public final class CoverageMeter implements AutoCloseable {

    /** The maximum number of ranges per file: far more than a server of the lab has. */
    private static final int MAX_RANGES = 500;

    private final Map<String, byte[]> classes;
    private final IRuntime runtime;
    private final RuntimeData data;

    private CoverageMeter(Map<String, byte[]> classes, IRuntime runtime, RuntimeData data) {
        this.classes = new TreeMap<>(classes);
        this.runtime = runtime;
        this.data = data;
    }

    /** @param classes class files by binary name, with line number tables */
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
     * The instrumented classes.
     *
     * @throws IOException if one is not a class file, or exceeds a limit of the format
     */
    public Map<String, byte[]> counting() throws IOException {
        Instrumenter instrumenter = new Instrumenter(runtime);
        Map<String, byte[]> counting = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            counting.put(type.getKey(), instrumenter.instrument(type.getValue(), type.getKey()));
        }
        return counting;
    }

    /** The coverage so far. */
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

    /** The ranges of lines that did not run. Lines without code, such as blank ones, do not end a range. */
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
