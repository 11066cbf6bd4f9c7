package kvlab.grader.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The zip file that JPlag 4.3 writes. */
record JPlagReport(Path file) {

    private static final String OVERVIEW = "overview.json";

    /**
     * The pairs it lists, the most alike first.
     *
     * @throws IOException if it is no such file
     */
    List<SimilarPair> pairs() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry overview = zip.getEntry(OVERVIEW);
            if (overview == null) {
                throw new IOException("there is no " + OVERVIEW + " in " + file);
            }
            try (InputStream text = zip.getInputStream(overview)) {
                return pairs(new JsonMapper().readTree(text));
            }
        } catch (JacksonException e) {
            throw new IOException(OVERVIEW + " in " + file + " is not what JPlag 4.3 writes", e);
        }
    }

    private List<SimilarPair> pairs(JsonNode overview) throws IOException {
        JsonNode average = overview.path("metrics")
                .valueStream()
                .filter(metric -> metric.path("name").asString("").equals("AVG"))
                .findFirst()
                .orElseThrow(() -> new IOException(OVERVIEW + " in " + file + " is not what JPlag 4.3 writes"));
        return average.path("topComparisons")
                .valueStream()
                .map(pair -> new SimilarPair(
                        pair.path("first_submission").asString(),
                        pair.path("second_submission").asString(),
                        pair.path("similarity").asDouble()))
                .sorted(Comparator.comparingDouble(SimilarPair::share)
                        .reversed()
                        .thenComparing(SimilarPair::first)
                        .thenComparing(SimilarPair::second))
                .toList();
    }
}
