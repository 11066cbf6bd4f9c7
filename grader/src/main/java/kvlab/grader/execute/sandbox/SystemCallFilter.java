package kvlab.grader.execute.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A seccomp filter: a program for the kernel's classic BPF machine, which looks at each system call before it is made. It
 * lets all pass but each {@link DeniedCall}, calls of another processor's kind, and new namespaces, which are answered as a
 * kernel without them would.
 */
final class SystemCallFilter {

    // linux/bpf_common.h
    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int JUMP_IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    // linux/seccomp.h: struct seccomp_data and what a filter may return
    private static final int CALL_NUMBER = 0;
    private static final int CALL_ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int ALLOW = 0x7FFF_0000;
    private static final int ERROR = 0x0005_0000;

    private static final int NOT_PERMITTED = 1;
    private static final int NO_SUCH_CALL = 38;

    /** Calls with 32-bit pointers begin here on x86-64, with the same architecture. */
    private static final int X32_CALLS = 0x4000_0000;

    /** The flags of new namespaces: mount, cgroup, UTS, IPC, user, PID, network. */
    private static final int NEW_NAMESPACES = 0x7E02_0000;

    /** Its flags are in memory, which a filter cannot read; where there is no such call, libraries use {@code clone}. */
    private static final int CLONE3 = 435;

    private static final int INSTRUCTION_BYTES = 8;

    private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

    private final List<Instruction> program = new ArrayList<>();

    private SystemCallFilter(Processor processor) {
        add(LOAD_WORD, CALL_ARCHITECTURE);
        answerUnless(JUMP_IF_EQUAL, processor.auditArchitecture, NOT_PERMITTED);
        add(LOAD_WORD, CALL_NUMBER);
        if (processor == Processor.X86_64) {
            answerIf(JUMP_IF_AT_LEAST, X32_CALLS, NO_SUCH_CALL);
        }
        answerIf(JUMP_IF_EQUAL, CLONE3, NO_SUCH_CALL);
        for (DeniedCall denied : DeniedCall.values()) {
            answerIf(JUMP_IF_EQUAL, denied.number(processor), NOT_PERMITTED);
        }
        program.add(new Instruction(JUMP_IF_EQUAL, 1, 0, processor.cloneCall));
        add(RETURN, ALLOW);
        // The lower half of a register, on both little-endian processors.
        add(LOAD_WORD, FIRST_ARGUMENT);
        answerIf(JUMP_IF_ANY_BIT, NEW_NAMESPACES, NOT_PERMITTED);
        add(RETURN, ALLOW);
    }

    /** The program, as the kernel and {@code bwrap --seccomp} take it. */
    static byte[] of(Processor processor) {
        List<Instruction> program = new SystemCallFilter(processor).program;
        ByteBuffer bytes =
                ByteBuffer.allocate(program.size() * INSTRUCTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction instruction : program) {
            bytes.putShort((short) instruction.code())
                    .put((byte) instruction.ifTrue())
                    .put((byte) instruction.ifFalse())
                    .putInt(instruction.operand());
        }
        return bytes.array();
    }

    /** The program as a format for {@code printf}. */
    static String escaped(Processor processor) {
        StringBuilder text = new StringBuilder();
        for (byte b : of(processor)) {
            text.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
        }
        return text.toString();
    }

    private void answerIf(int jump, int operand, int error) {
        program.add(new Instruction(jump, 0, 1, operand));
        add(RETURN, ERROR | error);
    }

    private void answerUnless(int jump, int operand, int error) {
        program.add(new Instruction(jump, 1, 0, operand));
        add(RETURN, ERROR | error);
    }

    private void add(int code, int operand) {
        program.add(new Instruction(code, 0, 0, operand));
    }
}
