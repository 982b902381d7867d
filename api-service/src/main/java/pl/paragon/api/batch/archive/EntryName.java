package pl.paragon.api.batch.archive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The name of an entry of a ZIP. It never becomes a path; one that looks as if it should is a sign of malice. */
final class EntryName {

    /**
     * Names without the mark of UTF-8 are Windows', in the code page of Polish DOS; or macOS's, in UTF-8 all the same.
     */
    static final Charset CODE_PAGE = Charset.forName("IBM852");

    /** What operating systems add to archives and folders. */
    private static final Set<String> JUNK = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private EntryName() {}

    /** As its author meant it. */
    static String decoded(String name) {
        try {
            ByteBuffer bytes = CODE_PAGE.newEncoder().encode(CharBuffer.wrap(name));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return name; // it had the mark, or is the code page's
        }
    }

    /** Why nothing is unpacked from an archive with such an entry; empty if the name is harmless. */
    static Optional<String> fault(String name) {
        String path = name.replace('\\', '/');
        if (path.indexOf('\0') >= 0) {
            return Optional.of("The name of an entry has a zero character");
        }
        if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
            return Optional.of("The name of an entry is an absolute path");
        }
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return Optional.of("The name of an entry leads out of the archive (..)");
            }
        }
        return Optional.empty();
    }

    static boolean isJunk(String name) {
        String path = name.replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return path.startsWith("__MACOSX/") || JUNK.contains(last);
    }
}
