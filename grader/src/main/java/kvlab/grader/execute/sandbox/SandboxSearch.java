package kvlab.grader.execute.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;

/** Searches for sandboxing programs and checks that they work: containers often forbid them. */
final class SandboxSearch {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<Path> USUAL = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

    /** Threads count as processes, and a coroutine may be a thread. */
    private static final String LIMIT_PROCESSES = "--nproc=";

    private static final List<String> LIMITS = List.of("--nofile=512", "--fsize=1048576", "--core=0");

    private final List<Path> programs;
    private final int processes;
    private final List<String> java;

    /**
     * @param programs the directories to search for programs, in order
     * @param processes the maximum number of processes in the sandbox
     */
    SandboxSearch(List<Path> programs, int processes) {
        this.programs = List.copyOf(programs);
        this.processes = processes;
        this.java = List.of(ChildJvm.java(), "-XX:TieredStopAtLevel=1", "-version");
    }

    static SandboxSearch onThisMachine(int processes) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new SandboxSearch(
                Stream.concat(
                                Arrays.stream(path.split(File.pathSeparator))
                                        .filter(name -> name.startsWith("/"))
                                        .map(Path::of),
                                USUAL.stream())
                        .distinct()
                        .toList(),
                processes);
    }

    Sandbox best() {
        Optional<String> bwrap = find("bwrap");
        if (bwrap.isEmpty()) {
            return open(Diagnostic.of("sandbox.no-bwrap"));
        }
        String version = run(List.of(bwrap.get(), "--version")).firstLine();
        Optional<String> bash = Processor.ofThisMachine().flatMap(known -> find("bash"));
        Bubblewrap filtered = new Bubblewrap(bwrap.get(), Optional.empty(), bash);
        if (bash.isPresent() && startJava(limited(filtered, List.of())).worked()) {
            return closed(filtered, version);
        }
        Bubblewrap plain = new Bubblewrap(bwrap.get(), Optional.empty(), Optional.empty());
        Outcome outcome = startJava(limited(plain, List.of()));
        return outcome.worked()
                ? closed(plain, version)
                : open(Diagnostic.of("sandbox.bwrap-fails")
                        .with("program", version)
                        .with("error", outcome.firstLine()));
    }

    /** @param owners one that works, in which processes run as the grader's user */
    private Sandbox closed(Bubblewrap owners, String version) {
        Diagnostic description = Diagnostic.of("sandbox.closed").with("program", version);
        if (owners.bash().isPresent()) {
            description = description.with("filter", "seccomp");
        }
        Optional<List<String>> ofOwnUser = isRoot()
                ? find("setpriv")
                        .map(setpriv -> limited(
                                new Bubblewrap(owners.program(), Optional.of(setpriv), owners.bash()), List.of()))
                        .filter(launcher -> startJava(launcher).worked())
                : Optional.empty();
        if (find("prlimit").isPresent()) {
            description = withLimits(description, isRoot() && ofOwnUser.isEmpty());
        }
        return new Sandbox(
                description,
                true,
                ofOwnUser.orElseGet(() -> limited(owners, List.of())),
                directories -> limited(owners, ReadingEnvironment.options(directories)));
    }

    private List<String> limited(Bubblewrap bubblewrap, List<String> options) {
        Optional<String> prlimit = find("prlimit");
        List<String> launcher =
                new ArrayList<>(bubblewrap.launcher(prlimit.stream().toList(), options));
        prlimit.ifPresent(program -> {
            launcher.add(program);
            launcher.addAll(LIMITS);
            launcher.add(LIMIT_PROCESSES + processes);
        });
        return launcher;
    }

    private Outcome startJava(List<String> launcher) {
        return run(ProcessUser.next(concat(launcher, java)));
    }

    /** The fallback: a process that is killed with its parent and has a file size limit. */
    private Sandbox open(Diagnostic why) {
        List<String> launcher = new ArrayList<>();
        find("prlimit").ifPresent(program -> {
            launcher.add(program);
            launcher.addAll(LIMITS);
        });
        find("setpriv").ifPresent(program -> launcher.addAll(List.of(program, "--pdeathsig", "KILL")));
        boolean works = !launcher.isEmpty() && startJava(launcher).worked();
        return works ? Sandbox.open(withLimits(why, false), launcher) : Sandbox.open(why, List.of());
    }

    private static Diagnostic withLimits(Diagnostic sandbox, boolean processesUnlimited) {
        Diagnostic limited = sandbox.with("limits", "prlimit");
        return processesUnlimited ? limited.with("user", "root") : limited;
    }

    /** Process limits do not apply to root, even in a user namespace. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Optional<String> find(String program) {
        return programs.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private record Outcome(boolean worked, String firstLine) {}

    private static Outcome run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(ChildJvm.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                    return new Outcome(false, "it does not come to an end");
                }
                String line = process.inputReader(StandardCharsets.UTF_8).readLine();
                return new Outcome(process.exitValue() == 0, line == null ? "it says nothing" : line);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return new Outcome(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted");
        }
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
