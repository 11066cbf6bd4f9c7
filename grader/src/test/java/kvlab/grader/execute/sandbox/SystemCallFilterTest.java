package kvlab.grader.execute.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {

    private static final int ALLOW = 0x7FFF_0000;
    private static final int EPERM = 0x0005_0001;
    private static final int ENOSYS = 0x0005_0026;

    private static final int CLONE3 = 435;
    /** As glibc starts a thread: CLONE_VM, CLONE_FS, CLONE_FILES, CLONE_SIGHAND, CLONE_THREAD, and so on. */
    private static final long NEW_THREAD = 0x3D_0F00;

    private static final long NEW_USER_NAMESPACE = 0x1000_0000;

    @ParameterizedTest
    @EnumSource
    void allIsAllowedButWhatIsDenied(Processor processor) {
        Set<Integer> denied = Arrays.stream(DeniedCall.values())
                .map(call -> call.number(processor))
                .collect(Collectors.toSet());
        assertEquals(DeniedCall.values().length, denied.size(), "no number stands twice");
        for (int call = 0; call < 500; call++) {
            int expected = call == CLONE3 ? ENOSYS : denied.contains(call) ? EPERM : ALLOW;
            assertEquals(expected, answer(processor, processor.auditArchitecture, call, 0), "call " + call);
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsAreAllowedAndNamespacesAreNot(Processor processor) {
        int kind = processor.auditArchitecture;
        assertEquals(ALLOW, answer(processor, kind, processor.cloneCall, NEW_THREAD));
        assertEquals(EPERM, answer(processor, kind, processor.cloneCall, NEW_USER_NAMESPACE | 17));
    }

    @Test
    void theSameNumbersMeanOtherCallsInOtherKinds() {
        int i386 = 0x4000_0003;
        assertEquals(EPERM, answer(Processor.X86_64, i386, 1, 0));
        int x32Write = 0x4000_0001;
        assertEquals(ENOSYS, answer(Processor.X86_64, Processor.X86_64.auditArchitecture, x32Write, 0));
    }

    @Test
    void theShellGetsTheBytesWithoutCharactersThatItMightRead() {
        String escaped = SystemCallFilter.escaped(Processor.X86_64);
        assertTrue(escaped.matches("(\\\\[0-3][0-7]{2})+"), escaped);
        assertEquals(4 * SystemCallFilter.of(Processor.X86_64).length, escaped.length());
    }

    /** What the kernel's machine for such programs answers, by {@code Documentation/networking/filter.rst}. */
    private static int answer(Processor processor, int architecture, int call, long firstArgument) {
        ByteBuffer program = ByteBuffer.wrap(SystemCallFilter.of(processor)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, call).putInt(4, architecture).putLong(16, firstArgument);
        int accumulator = 0;
        for (int at = 0; ; at++) {
            int code = program.getShort(8 * at);
            int ifTrue = program.get(8 * at + 2) & 0xFF;
            int ifFalse = program.get(8 * at + 3) & 0xFF;
            int operand = program.getInt(8 * at + 4);
            switch (code) {
                case 0x20 -> accumulator = data.getInt(operand);
                case 0x15 -> at += accumulator == operand ? ifTrue : ifFalse;
                case 0x35 -> at += Integer.compareUnsigned(accumulator, operand) >= 0 ? ifTrue : ifFalse;
                case 0x45 -> at += (accumulator & operand) != 0 ? ifTrue : ifFalse;
                case 0x06 -> {
                    return operand;
                }
                default -> throw new AssertionError("no such instruction: " + code);
            }
        }
    }
}
