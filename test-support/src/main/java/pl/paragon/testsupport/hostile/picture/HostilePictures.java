package pl.paragon.testsupport.hostile.picture;

import java.util.List;
import java.util.stream.Stream;
import pl.paragon.testsupport.hostile.HostileFile;

/** Pictures: sizes that lie, bombs, endless structures. */
public final class HostilePictures {

    private HostilePictures() {}

    public static Stream<HostileFile> all() {
        return Stream.of(HostilePngs.all(), HostileJpegs.all(), HostileWebps.all())
                .flatMap(List::stream);
    }
}
