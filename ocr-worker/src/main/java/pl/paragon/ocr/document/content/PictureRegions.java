package pl.paragon.ocr.document.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.contracts.text.Box;

/**
 * Pictures of a page that may be of a receipt: large enough, and put together if a scanner has cut them into strips.
 */
public final class PictureRegions {

    /** Of the page's area: a receipt in a mail takes some tenth, a logo or a code of squares less than this. */
    private static final double SMALLEST = 0.04;

    private static final double WHOLE_PAGE = 0.85;
    private static final int MOST_ELONGATED = 20;
    private static final int MOST = 6;
    /** More strips than a scanner makes: putting them together takes as long as their number squared. */
    private static final int MOST_STRIPS = 200;

    /** Pixels that strips may be apart. */
    private static final int SEAM = 4;

    private PictureRegions() {}

    /** @return from top to bottom; none if there are none, or if one is the whole page */
    public static List<Box> of(PageContent content) {
        if (content.pictures().size() > MOST_STRIPS) {
            return List.of();
        }
        double page = (double) content.scale().width() * content.scale().height();
        List<Box> merged = merged(content.pictures());
        if (merged.stream().anyMatch(box -> area(box) > WHOLE_PAGE * page)) {
            return List.of();
        }
        return merged.stream()
                .filter(box -> area(box) >= SMALLEST * page)
                .filter(box -> Math.max(box.w(), box.h()) <= MOST_ELONGATED * Math.min(box.w(), box.h()))
                .sorted(Comparator.comparingDouble(PictureRegions::area).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(Box::y).thenComparingInt(Box::x))
                .toList();
    }

    private static double area(Box box) {
        return (double) box.w() * box.h();
    }

    private static List<Box> merged(List<Box> pictures) {
        List<Box> merged = new ArrayList<>();
        for (Box picture : pictures) {
            Box grown = picture;
            for (int i = 0; i < merged.size(); i++) {
                if (touch(grown, merged.get(i))) {
                    grown = grown.union(merged.remove(i));
                    i = -1;
                }
            }
            merged.add(grown);
        }
        return merged;
    }

    private static boolean touch(Box a, Box b) {
        return a.x() <= b.x() + b.w() + SEAM
                && b.x() <= a.x() + a.w() + SEAM
                && a.y() <= b.y() + b.h() + SEAM
                && b.y() <= a.y() + a.h() + SEAM;
    }
}
