package pl.paragon.ocr.heif;

import java.util.List;
import java.util.Optional;

/**
 * The picture that a HEIC or AVIF file shows: one coded picture, or a grid of them as telephones make it.
 *
 * @param width before {@code transforms}
 * @param columns of the grid
 * @param tiles row by row, all of one size; they cover the picture and may reach beyond its right and lower edges
 * @param alpha how opaque the picture is, as a grey picture of the same size
 */
public record HeifPicture(
        int width,
        int height,
        int columns,
        List<CodedPicture> tiles,
        Optional<HeifPicture> alpha,
        List<Transform> transforms) {

    public int rows() {
        return tiles.size() / columns;
    }

    public int tileWidth() {
        return tiles.getFirst().width();
    }

    public int tileHeight() {
        return tiles.getFirst().height();
    }

    HeifPicture shown(Optional<HeifPicture> alpha, List<Transform> transforms) {
        return new HeifPicture(width, height, columns, tiles, alpha, transforms);
    }
}
