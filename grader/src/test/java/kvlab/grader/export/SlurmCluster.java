package kvlab.grader.export;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A Slurm of two nodes on this machine: a controller, and for each node a daemon in a process space of its own. Killing the
 * first process of that space kills everything in it at once, as a power cut would. It leaves nothing behind but files.
 */
final class SlurmCluster implements AutoCloseable {

    static final List<String> NODES = List.of("node1", "node2");

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scontrol", "unshare");

    private final Path directory;
    private final List<Process> daemons = new ArrayList<>();
    private final Map<String, Process> nodes = new TreeMap<>();

    /** Why there can be none here; empty if there can. */
    static Optional<String> missing() throws IOException, InterruptedException {
        List<String> absent = PROGRAMS.stream()
                .filter(program -> SlurmCluster.program(program).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            return Optional.of("not installed: " + String.join(", ", absent));
        }
        Process trial = new ProcessBuilder(node("true"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return trial.waitFor() == 0 ? Optional.empty() : Optional.of("processes cannot have a space of their own here");
    }

    /** @param directory empty, with a short path, since sockets go there */
    SlurmCluster(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        try {
            configure();
            start("munged", munge());
            await(() -> Files.exists(munge("socket")), "munged is ready");
            start("slurmctld", List.of(programPath("slurmctld"), "-D"));
            for (String node : NODES) {
                nodes.put(node, start(node, node(programPath("slurmd"), "-D", "-N", node)));
            }
            await(
                    () -> run("sinfo", "-h", "-t", "idle", "-o", "%D").strip().equals("" + NODES.size()),
                    "nodes are idle");
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The power of one node fails, and the controller is told so. */
    void cutPower(String node) throws InterruptedException {
        nodes.get(node).destroyForcibly().waitFor();
        run("scontrol", "update", "NodeName=" + node, "State=DOWN", "Reason=power");
    }

    /** Runs a program that asks this cluster, and returns what it prints. */
    String run(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, program(command[0]).orElse(Path.of(command[0])).toString());
        try {
            Process process = prepared(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tasks that run or wait on these nodes, each on a line. */
    String jobs(String... options) {
        return run(Stream.concat(Stream.of("squeue", "-h", "-o", "%i %T"), Arrays.stream(options))
                .toArray(String[]::new));
    }

    /** @param what for the message if it does not come true */
    void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what + "; see the logs in " + directory);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(Process::destroyForcibly);
        daemons.forEach(daemon -> {
            daemon.descendants().forEach(ProcessHandle::destroyForcibly);
            daemon.destroyForcibly();
        });
    }

    private void configure() throws IOException {
        byte[] key = new byte[128];
        new SecureRandom().nextBytes(key);
        Files.createFile(
                munge("key"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(munge("key"), key);
        Files.createDirectories(directory.resolve("state"));
        String host = InetAddress.getLocalHost().getHostName();
        List<Integer> ports = freePorts(1 + NODES.size());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, """
                ClusterName=kvlab
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmctldPort=%2$d
                SlurmUser=%3$s
                SlurmdUser=%3$s
                # A task of a dead node waits until its credential has expired.
                AuthInfo=socket=%4$s,cred_expire=5
                StateSaveLocation=%5$s/state
                SlurmdSpoolDir=%5$s/%%n
                SlurmctldPidFile=%5$s/slurmctld.pid
                SlurmdPidFile=%5$s/%%n.pid
                # What needs no cgroups and no systemd.
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SwitchType=switch/none
                MpiDefault=none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_CPU_Memory
                SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
                SlurmdParameters=config_overrides
                """, host, ports.get(0), System.getProperty("user.name"), munge("socket"), directory));
        for (String node : NODES) {
            text.append(String.format(
                    Locale.ROOT,
                    "NodeName=%s NodeHostname=%s NodeAddr=127.0.0.1 Port=%d CPUs=1 RealMemory=8000\n",
                    node,
                    host,
                    ports.get(1 + NODES.indexOf(node))));
        }
        text.append("PartitionName=lab Nodes=ALL Default=YES State=UP\n");
        Files.writeString(configuration(), text);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
                ports.add(sockets.get(i).getLocalPort());
            }
            return ports;
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private List<String> munge() {
        // By force, for it does not like directories that only their owner may enter.
        return List.of(
                programPath("munged"),
                "--foreground",
                "--force",
                "--key-file=" + munge("key"),
                "--socket=" + munge("socket"),
                "--pid-file=" + munge("pid"),
                "--seed-file=" + munge("seed"));
    }

    private Path munge(String file) {
        return directory.resolve("munge." + file);
    }

    private Path configuration() {
        return directory.resolve("slurm.conf");
    }

    private Process start(String name, List<String> command) throws IOException {
        Process daemon = prepared(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        daemons.add(daemon);
        return daemon;
    }

    private ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SLURM_CONF", configuration().toString());
        return builder;
    }

    /** In a process space of its own, which ends with it. */
    private static List<String> node(String... command) {
        List<String> words =
                new ArrayList<>(List.of(programPath("unshare"), "--pid", "--fork", "--kill-child", "--mount-proc"));
        words.addAll(List.of(command));
        return words;
    }

    private static String programPath(String name) {
        return program(name).orElseThrow().toString();
    }

    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/sbin:/sbin";
        return Arrays.stream(path.split(File.pathSeparator))
                .map(place -> Path.of(place).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
