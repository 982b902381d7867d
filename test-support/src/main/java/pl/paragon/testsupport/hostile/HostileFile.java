package pl.paragon.testsupport.hostile;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import pl.paragon.contracts.error.ErrorCode;

/**
 * A file that means harm.
 *
 * @param name says what it does; unique, and a file name
 * @param mediaType what its sender calls it
 * @param content makes its bytes, the same each time
 * @param refusals the codes with which it may be refused
 * @param mayBeRead whether it may also be read, at a bounded cost
 */
public record HostileFile(
        String name, String mediaType, Supplier<byte[]> content, Set<ErrorCode> refusals, boolean mayBeRead) {

    /** One that costs too much, or is broken: it is refused with one of these codes. */
    public static HostileFile refused(String name, String mediaType, Supplier<byte[]> content, ErrorCode... codes) {
        return new HostileFile(name, mediaType, content, Set.of(codes), false);
    }

    /** One that no rule forbids, as long as it costs little: it is read, or refused with one of these codes. */
    public static HostileFile harmless(String name, String mediaType, Supplier<byte[]> content, ErrorCode... codes) {
        Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
        refusals.addAll(Set.of(codes));
        return new HostileFile(name, mediaType, content, refusals, true);
    }

    public byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
