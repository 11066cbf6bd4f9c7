package kvlab.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import kvlab.cluster.Cluster;
import kvlab.cluster.FaultTrigger;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Fault;

/** One line on the faults that occurred in a schedule, for a reader of its failure. */
final class FaultSummary {
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Fault> faults;

    private FaultSummary(List<Fault> faults) {
        this.faults = faults;
    }

    /** The line with its end; empty if there were no faults. */
    static String of(Cluster cluster) {
        List<Fault> faults =
                cluster.faults().stream().map(Fault.Occurrence::fault).toList();
        if (faults.isEmpty()) {
            return "";
        }
        return new FaultSummary(faults).line(cluster) + "\n";
    }

    private String line(Cluster cluster) {
        return Diagnostic.of("schedule.faults")
                .with("lost", present(lostPercent(cluster.traffic().messages())))
                .with(
                        "copies",
                        late(Math.max(
                                longest(Fault.LateDelivery.class, Fault.LateDelivery::delay),
                                longest(Fault.Duplicated.class, Fault.Duplicated::delay))))
                .with("held", late(longest(Fault.HeldBack.class, Fault.HeldBack::delay)))
                .with("periods", present(count(Fault.PeriodCut.class)))
                .with("cuts", present(count(Fault.CutOff.class)))
                .with("partitions", present(count(Fault.Partition.class)))
                .with("oneWay", present(count(Fault.OneWay.class)))
                .with("bridges", present(count(Fault.Bridge.class)))
                .with("rings", present(count(Fault.Ring.class)))
                .with("stars", present(count(Fault.Star.class)))
                .with("stalled", present(count(Fault.Stalled.class)))
                .with("crashes", present(count(Fault.Crash.class)))
                .with("confined", present(count(Fault.Confined.class)))
                .with("aimed", aimed(cluster.struckTriggers()))
                .with("time", seconds(cluster.now().toNanos()))
                .message();
    }

    private long count(Class<? extends Fault> kind) {
        return faults.stream().filter(kind::isInstance).count();
    }

    private <F extends Fault> long longest(Class<F> kind, ToLongFunction<F> delay) {
        return faults.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .mapToLong(delay)
                .max()
                .orElse(0);
    }

    /** At least one if any was lost. */
    private long lostPercent(long messages) {
        long lost = count(Fault.Lost.class);
        return lost == 0 ? 0 : Math.max(1, lost * 100 / messages);
    }

    private static Optional<String> late(long longest) {
        return longest == 0 ? Optional.empty() : Optional.of(seconds(longest));
    }

    private static Optional<Long> present(long count) {
        return count == 0 ? Optional.empty() : Optional.of(count);
    }

    /** Such as "crash when elected". */
    private static Optional<String> aimed(List<FaultTrigger> triggers) {
        return triggers.isEmpty()
                ? Optional.empty()
                : Optional.of(triggers.stream()
                        .map(trigger -> words(trigger.action()) + " when " + words(trigger.point()))
                        .collect(Collectors.joining(" and ")));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_SECOND);
    }
}
