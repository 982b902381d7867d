package pl.paragon.operations.deadletter;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a letter's id on the command line. */
final class LetterName implements ITypeConverter<LetterId> {

    @Override
    public LetterId convert(String name) {
        return LetterId.parse(name).orElseThrow(() -> new TypeConversionException(isNone(name)));
    }

    static String isNone(String name) {
        return name + " is no dead letter: an id is one that list shows, e.g. receipt-submitted/3/1234";
    }
}
