package kvlab.grader.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kvlab.grader.intake.Repository;

/** Repositories whose content is the attack, made here, since a repository cannot hold another. */
enum HostileRepository {
    LINK_TO_A_NEIGHBOUR {
        @Override
        void spoil(Repository repository, Path neighbour) throws IOException {
            Path refs = repository.path().resolve(".git/refs/heads");
            Files.move(refs, refs.resolveSibling("mine"));
            Files.createSymbolicLink(refs, neighbour.resolve(".git/refs/heads"));
        }
    },
    PIPE_AMONG_OBJECTS {
        @Override
        void spoil(Repository repository, Path neighbour) throws IOException {
            Path pipe = repository.path().resolve(".git/objects/pack/pack-0.idx");
            Files.createDirectories(pipe.getParent());
            repository.git("-c", "alias.pipe=!mkfifo " + pipe, "pipe");
        }
    },
    COMMIT_FROM_AFAR {
        @Override
        void spoil(Repository repository, Path neighbour) throws IOException {
            String commit = repository.git("cat-file", "-p", "HEAD");
            repository.write("commit", commit.replaceFirst("(?m)^(committer .*>) \\d+", "$1 " + (1L << 62)) + "\n");
            String forged = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit");
            Files.writeString(repository.path().resolve(".git/refs/heads/" + BRANCH), forged + "\n");
        }
    };

    static final String BRANCH = "lab-kv-solution";

    private static final String TIME = "2026-11-01T12:00:00Z";

    abstract void spoil(Repository repository, Path neighbour) throws IOException;

    /** A repository with one commit of this server. */
    static Repository with(String server, Path directory) throws IOException {
        Repository repository = Repository.in(directory).write("KvServer.java", server);
        repository.commit(TIME);
        return repository;
    }

    void makeIn(Path directory, Path neighbour) throws IOException {
        spoil(with("package lab;\n\npublic final class KvServer {}\n", directory), neighbour);
    }
}
