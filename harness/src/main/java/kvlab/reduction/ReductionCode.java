package kvlab.reduction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A reduction as text for a replay line: letters, digits, {@code -} and {@code _}.
 *
 * <p>In Base64 for URLs: the format's number, the kind of finding as one byte, the set of kinds of which nothing is left,
 * for each other kind that is not whole its number and what is left, and three bytes of a CRC-32 of all that and of the line's beginning, so that a typo in
 * either is noticed. Elements are written as the numbers that name them, not as hashes: so a line says which of them no
 * longer occurs, and cannot mean others by accident. Those that differ in the last number only are written as runs: a gap,
 * and a length. All numbers are of one byte for each seven bits. A reduction has one code only.
 */
public final class ReductionCode {
    private static final int FORMAT = 1;
    private static final int CHECKSUM_BYTES = 3;
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_ELEMENTS = 100_000;

    /**
     * A decoded text.
     *
     * @param finding one byte that identifies the kind of finding
     */
    public record Decoded(Reduction reduction, int finding) {}

    /** A text that is no code, or not that of its line. The message completes "the line ...". */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message);
        }
    }

    private ReductionCode() {}

    /**
     * @param beginning what precedes it in the line
     * @param finding of which the lowest byte is kept
     */
    public static String encode(String beginning, Reduction reduction, int finding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(FORMAT);
        out.write(finding);
        write(out, maskOfEmpty(reduction));
        for (Kind kind : reduction.kinds()) {
            if (!reduction.left(kind).isEmpty()) {
                write(out, kind.ordinal());
                writeGroups(out, groups(reduction.left(kind)));
            }
        }
        out.writeBytes(checksum(beginning, out.toByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static long maskOfEmpty(Reduction reduction) {
        return reduction.kinds().stream()
                .filter(kind -> reduction.left(kind).isEmpty())
                .mapToLong(kind -> 1L << kind.ordinal())
                .sum();
    }

    /** @throws MalformedException if it is not the code of a reduction after this beginning */
    public static Decoded decode(String beginning, String code) throws MalformedException {
        if (code.length() > MAX_LENGTH) {
            throw new MalformedException("is too long");
        }
        byte[] bytes = bytes(code);
        byte[] content = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        if (!Arrays.equals(checksum(beginning, content), Arrays.copyOfRange(bytes, content.length, bytes.length))) {
            throw new MalformedException("has a typo, or is cut off: its checksum is wrong");
        }
        if (content[0] != FORMAT) {
            throw new MalformedException("was written by another version of kvlab");
        }
        Reader in = new Reader(new ByteArrayInputStream(content, 2, content.length - 2));
        return new Decoded(in.reduction(), content[1] & 0xff);
    }

    private static byte[] bytes(String code) throws MalformedException {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(code);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("has a character or a length that no replay line has");
        }
        if (bytes.length < 2 + CHECKSUM_BYTES
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(code)) {
            throw new MalformedException("has a typo, or is cut off");
        }
        return bytes;
    }

    private static byte[] checksum(String beginning, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(beginning.getBytes(StandardCharsets.UTF_8));
        crc.update(content);
        long value = crc.getValue();
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    // ------------------------------------------------------------------------------------------------------ groups

    /** Elements of one kind that differ in their last number only, sorted. */
    private record Group(List<Long> prefix, List<Long> last) {}

    private static List<Group> groups(Collection<Element> sorted) {
        List<Group> groups = new ArrayList<>();
        for (Element element : sorted) {
            List<Long> numbers = List.of(element.first(), element.second(), element.third())
                    .subList(0, element.kind().numbers());
            List<Long> prefix = numbers.subList(0, numbers.size() - 1);
            if (groups.isEmpty() || !groups.get(groups.size() - 1).prefix.equals(prefix)) {
                groups.add(new Group(prefix, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).last.add(numbers.get(numbers.size() - 1));
        }
        return groups;
    }

    private static void writeGroups(ByteArrayOutputStream out, List<Group> groups) {
        write(out, groups.size());
        for (Group group : groups) {
            group.prefix.forEach(number -> write(out, number));
            List<Long> runs = runs(group.last);
            write(out, runs.size() / 2);
            runs.forEach(number -> write(out, number));
        }
    }

    /** The gap before each run of consecutive numbers, and its length less one. */
    private static List<Long> runs(List<Long> sorted) {
        List<Long> runs = new ArrayList<>();
        long next = 0;
        for (int i = 0; i < sorted.size(); ) {
            int end = i + 1;
            while (end < sorted.size() && sorted.get(end) == sorted.get(i) + end - i) {
                end++;
            }
            runs.add(sorted.get(i) - next);
            runs.add(end - i - 1L);
            next = sorted.get(end - 1) + 1;
            i = end;
        }
        return runs;
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Reads what a correct checksum vouches for; still, nothing that it reads costs more than the limits. */
    private static final class Reader {
        private final ByteArrayInputStream in;
        private int elements;

        Reader(ByteArrayInputStream in) {
            this.in = in;
        }

        Reduction reduction() throws MalformedException {
            Reduction reduction = Reduction.NONE;
            long empty = number();
            for (int number = 0; number < Long.SIZE; number++) {
                if ((empty >>> number & 1) == 1) {
                    reduction = reduction.leaving(kind(number), List.of());
                }
            }
            while (in.available() > 0) {
                Kind kind = kind(number());
                reduction = reduction.leaving(kind, elements(kind));
            }
            return reduction;
        }

        private Kind kind(long number) throws MalformedException {
            if (number < 0 || number >= Kind.values().length) {
                throw new MalformedException("was written by another version of kvlab");
            }
            return Kind.values()[(int) number];
        }

        private List<Element> elements(Kind kind) throws MalformedException {
            if (kind.numbers() == 0) {
                throw new MalformedException("lists several of what there is only one of");
            }
            List<Element> found = new ArrayList<>();
            for (long groups = number(); groups > 0; groups--) {
                long[] numbers = new long[3];
                for (int i = 0; i < kind.numbers() - 1; i++) {
                    numbers[i] = number();
                }
                long next = 0;
                for (long runs = number(); runs > 0; runs--) {
                    next += number();
                    for (long length = number(); length >= 0; length--) {
                        numbers[kind.numbers() - 1] = next++;
                        found.add(new Element(kind, numbers[0], numbers[1], numbers[2]));
                        if (++elements > MAX_ELEMENTS) {
                            throw new MalformedException("lists too much");
                        }
                    }
                }
            }
            return found;
        }

        private long number() throws MalformedException {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int next = in.read();
                if (next < 0) {
                    throw new MalformedException("is cut off");
                }
                number |= (next & 0x7fL) << shift;
                if (next < 0x80) {
                    return number;
                }
            }
            throw new MalformedException("has a number that is too large");
        }
    }
}
