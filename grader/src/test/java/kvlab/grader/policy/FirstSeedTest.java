package kvlab.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;

class FirstSeedTest {
    private static final String SECRET = "correct horse battery";

    private static final FirstSeed OWN = new FirstSeed.Own(SECRET);

    @Test
    void equalFilesHaveEqualSeeds() {
        assertEquals(OWN.of(files("KvServer.java", "a")), new FirstSeed.Own(SECRET).of(files("KvServer.java", "a")));
    }

    @Test
    void eachChangeAndEachSecretGivesAnotherSeed() {
        long seed = OWN.of(files("KvServer.java", "a"));
        assertNotEquals(seed, OWN.of(files("KvServer.java", "b")));
        assertNotEquals(seed, OWN.of(files("KvServer.javaa", "")), "the name ends where it ends");
        assertNotEquals(seed, OWN.of(files("KvServer.java", "a", "Store.java", "")));
        assertNotEquals(seed, new FirstSeed.Own(SECRET + "!").of(files("KvServer.java", "a")));
    }

    @Test
    void seedsLeaveRoomForThoseAfterThem() {
        var seeds = IntStream.range(0, 1_000)
                .mapToObj(i -> OWN.of(files("KvServer.java", "" + i)))
                .collect(Collectors.toSet());
        assertEquals(1_000, seeds.size());
        seeds.forEach(seed -> Math.multiplyExact(seed, 2L));
    }

    @Test
    void itsTextTellsSecretsApartAndNoSecret() {
        assertFalse(OWN.toString().contains("horse"), OWN.toString());
        assertNotEquals(OWN.toString(), new FirstSeed.Own(SECRET + "!").toString());
    }

    private static List<SourceFile> files(String... namesAndTexts) {
        return IntStream.range(0, namesAndTexts.length / 2)
                .mapToObj(i -> new SourceFile(namesAndTexts[2 * i], namesAndTexts[2 * i + 1]))
                .toList();
    }
}
