package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (String k : new TreeSet<>(store.keySet())) { switch (k) { case \"a\" -> store.clear(); default -> {} } }",
                "String s = key + 1 + value; assert s.length() > 1 : s; char[] c = s.toCharArray().clone();",
                "var either = key.isEmpty() ? new ArrayList<String>() : new HashSet<String>(); either.add(key);",
                "Object o = key.isEmpty() ? 1 : \"a\"; if (o instanceof Integer i && i > 3) { o = i.hashCode(); }",
                "switch (DayOfWeek.of(1)) { case MONDAY -> store.clear(); default -> {} }",
                "System.out.println(key); System.err.printf(\"%s %d%n\", key, 3); new Exception().printStackTrace();",
                "List<Integer> l = Stream.of(3, 1).sorted(Comparator.reverseOrder()).collect(Collectors.toList());",
                "Map<String, List<String>> g = store.keySet().stream().collect(Collectors.groupingBy(String::trim));",
                "var c = new java.util.concurrent.ConcurrentHashMap<String, String>(); c.forEach((k, v) -> {}); c.keySet();",
                "long n = new java.util.concurrent.atomic.AtomicLong().incrementAndGet(); n += new Random(n).nextInt(3);",
                "byte[] b = key.getBytes(java.nio.charset.StandardCharsets.UTF_8); String s = String.format(Locale.ROOT, \"\", b);",
                "Duration d = Duration.ofMillis(3).plus(Duration.ZERO); if (d.compareTo(Duration.ofSeconds(1)) > 0) {}",
                "Object same = new Object() { @Override public boolean equals(Object o) { return getClass() == o.getClass(); } };",
                "int[][] grid = new int[3][4]; System.arraycopy(grid[0], 0, grid[1], 0, 4); Arrays.fill(grid[2], 1);",
                "Iterator<String> i = new ArrayDeque<String>().iterator(); i.forEachRemaining(store::remove);",
                "store = null == store ? null : store; Optional.of(key).map(String::length).ifPresent(n -> {});",
            })
    void ordinaryJavaIsAllowed(String line) {
        assertEquals(List.of(), StudentSource.inPut(line.replace("store = null == store ? null : store; ", "")));
    }

    @Test
    void recordsEnumsAndSealedTypesAreAllowed() {
        assertEquals(
                List.of(),
                StudentSource.besidePut(
                        "sealed interface Shape permits Dot, Line {}",
                        "record Dot(int x, List<String> names) implements Shape, Command, Comparable<Dot> {",
                        "    @Override public int compareTo(Dot other) { return Integer.compare(x, other.x); } }",
                        "record Line(double[] ends) implements Shape, java.io.Serializable {}",
                        "enum Way { UP(1), DOWN(2) { int sign() { return -sign; } }; final int sign;",
                        "    Way(int sign) { this.sign = sign; } int sign() { return sign; } }",
                        "@FunctionalInterface interface Visit<T extends Shape & Command> { T on(T t) throws Exception; }",
                        "static class Cache extends LinkedHashMap<String, String> {",
                        "    @Override protected boolean removeEldestEntry(Map.Entry<String, String> e) { return size() > 9; } }",
                        "static class Lost extends RuntimeException { Lost(String why) { super(why, null, false, false); } }",
                        "int sign(Way way) { return switch (way) { case UP -> 1; case DOWN -> Way.valueOf(\"UP\").sign(); }; }"));
    }

    @Test
    void aPolicyCanAllowMore() {
        String line = "java.util.zip.CRC32 c = new java.util.zip.CRC32(); c.update(3); c.reset();";
        assertFalse(findings(AllowList.standard(), line).isEmpty());
        assertEquals(List.of(), findings(AllowList.standard().plus("java.util.zip.CRC32"), line));
        assertEquals(List.of(), findings(AllowList.standard().plus("java.util.zip.*"), line));
        List<String> partly = findings(AllowList.standard().plus("java.util.zip.CRC32: new() update(int)"), line);
        assertEquals(1, partly.size(), partly.toString());
        assertTrue(partly.get(0).contains("CRC32.reset"), partly.toString());
    }

    @Test
    void aPolicyNamesPackagesClassesAndMembers() {
        String line = "new java.util.Scanner(key).next(); new java.util.zip.CRC32().reset();";
        assertEquals(
                List.of(),
                findings(AllowList.standard().with(ApiRules.allowing("java.util.zip.*", "java.util.Scanner")), line));
        AllowList members = AllowList.standard()
                .with(ApiRules.allowing(
                        "java.util.zip.CRC32#<init>", "java.util.zip.CRC32#reset", "java.util.Scanner#<init>"));
        List<String> partly = findings(members, line);
        assertEquals(1, partly.size(), partly.toString());
        assertTrue(partly.get(0).contains("Scanner.next"), partly.toString());
        assertEquals(
                List.of(),
                findings(
                        AllowList.standard().with(ApiRules.allowing("java.util.AbstractMap$SimpleImmutableEntry")),
                        "new java.util.AbstractMap.SimpleImmutableEntry<>(key, key).getKey();"));
    }

    @Test
    void whatAPolicyForbidsIsForbiddenThoughItIsAllowedAsWell() {
        ApiRules rules = new ApiRules(
                List.of(new ApiName("java.util.zip.*")),
                List.of(new ApiName("java.util.zip.CRC32#reset"), new ApiName("java.util.Optional")));
        AllowList list = AllowList.standard().with(rules);
        assertEquals(List.of(), findings(list, "new java.util.zip.CRC32().update(3);"));
        assertEquals(1, findings(list, "new java.util.zip.CRC32().reset();").size());
        assertFalse(findings(list, "Optional.of(key);").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Random",
                "java.util.$Map",
                "java.util.Map$",
                "java.util.Map#",
                "java.util$Map.*",
                "java.util.M\u00e4p"
            })
    void whatNamesNothingOfTheLibraryIsRefused(String text) {
        assertEquals(Optional.empty(), ApiName.parse(text));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new ApiName(text))
                .getMessage()
                .startsWith(text + ": "));
    }

    @Test
    void whatWasAllowedStaysSoWhenMoreOfTheClassIs() {
        AllowList more = AllowList.standard().plus("java.lang.System: nanoTime");
        assertEquals(List.of(), findings(more, "System.out.println(System.nanoTime());"));
    }

    @Test
    void aMemberIsToldApartByItsParameters() {
        AllowList only = AllowList.standard().plus("java.util.Scanner: new(String) next");
        assertEquals(List.of(), findings(only, "new Scanner(key).next();"));
        assertFalse(findings(only, "new Scanner(System.in).next();").isEmpty());
    }

    @Test
    void aForbiddenMemberIsForbiddenInEveryClassThatInheritsIt() {
        AllowList more = AllowList.standard().plus("java.util.WeakHashMap");
        assertEquals(List.of(), findings(more, "new WeakHashMap<String, String>().size();"));
        assertFalse(findings(more, "new WeakHashMap<String, String>().wait();").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Scanner: new -next",
                "java.util.Scanner: * next",
                "java/util/Scanner",
                "a b: c(",
                "a; b"
            })
    void aLineThatCannotBeUnderstoodIsQuoted(String line) {
        String message = Stream.of(assertThrows(
                        IllegalArgumentException.class,
                        () -> AllowList.standard().plus(line)))
                .map(Throwable::getMessage)
                .findFirst()
                .orElseThrow();
        assertTrue(message.startsWith("\"" + line + "\": "), message);
    }

    private static List<String> findings(AllowList allowed, String line) {
        return StudentSource.messages(new Rules(allowed).findings(StudentSource.classes(StudentSource.server(line))));
    }
}
