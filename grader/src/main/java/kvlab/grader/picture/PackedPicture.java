package kvlab.grader.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data of a picture as few bytes: JSON in zlib's format. Equal data have equal bytes. */
public final class PackedPicture implements Picture {
    /** The maximum size; in base 64, some 2 MB. */
    public static final int MAX_BYTES = 1_500_000;

    private static final int MAX_JSON_BYTES = 24 << 20;
    private static final int MAX_STRING_LENGTH = 100_000;
    private static final int MAX_DEPTH = 10;

    /** How many events are tried, one after the other, until the data are small enough. */
    private static final int[] MAX_EVENTS = {100_000, 25_000};

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_JSON_BYTES)
                            .maxStringLength(MAX_STRING_LENGTH)
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Bytes that are no picture, or one that is too large. */
    public static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        private DamagedException(Throwable cause) {
            super("not the data of a picture: " + cause.getMessage(), cause);
        }
    }

    private final byte[] bytes;

    private PackedPicture(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Packs a schedule, or its first events if it is too large. Empty if those do not have all that its story tells. */
    public static Optional<PackedPicture> of(FailedSchedule schedule) {
        return of(schedule, MAX_EVENTS);
    }

    static Optional<PackedPicture> of(FailedSchedule schedule, int... maxEvents) {
        for (int count : maxEvents) {
            if (schedule.lastTold() < count) {
                byte[] packed = pack(PictureData.of(schedule, count));
                if (packed.length <= MAX_BYTES) {
                    return Optional.of(new PackedPicture(packed));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Takes bytes from anybody. What they hold is checked, and packed anew: nothing else of them is left.
     *
     * @throws DamagedException if they are not the data of a picture
     */
    public static PackedPicture from(byte[] bytes) throws DamagedException {
        try {
            byte[] packed = pack(unpacked(bytes));
            Check.that(packed.length <= MAX_BYTES, "size");
            return new PackedPicture(packed);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new DamagedException(e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public PictureData data() {
        return unpacked(bytes);
    }

    /** Any value as JSON in zlib's format. */
    static byte[] pack(Object value) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater())) {
            JSON.writeValue(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }

    private static PictureData unpacked(byte[] bytes) {
        PictureData data = JSON.readValue(new InflaterInputStream(new ByteArrayInputStream(bytes)), PictureData.class);
        Check.that(data != null, "null");
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedPicture picture && Arrays.equals(bytes, picture.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
