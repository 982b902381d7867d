package pl.paragon.testsupport.hostile;

import java.util.List;
import java.util.stream.Stream;
import pl.paragon.testsupport.hostile.pdf.HostilePdfs;
import pl.paragon.testsupport.hostile.picture.HostilePictures;

/**
 * The corpus: some two hundred small files, made anew each time and always the same, that ask for more memory, time or
 * stack than any receipt needs.
 */
public final class HostileFiles {

    private HostileFiles() {}

    public static List<HostileFile> all() {
        return Stream.concat(HostilePictures.all(), HostilePdfs.all()).toList();
    }
}
