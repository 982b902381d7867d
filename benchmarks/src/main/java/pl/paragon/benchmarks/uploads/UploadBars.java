package pl.paragon.benchmarks.uploads;

import pl.paragon.benchmarks.sidebyside.Bar;

/** What is demanded of uploads, beside the reference. */
record UploadBars(Bar median, Bar slowest, Bar perSecond) {

    private static final Bar NONE = new Bar.None();
    private static final int USUAL_LEAST = 100_000;
    private static final int USUAL_MOST = 500_000;
    private static final int LARGE = 3_000_000;
    private static final int TINY = 100;
    private static final int MANY = 16;
    private static final int SEVERAL = 8;

    static UploadBars of(int clients, int bytes, boolean busy) {
        if (bytes >= USUAL_LEAST && bytes <= USUAL_MOST && clients == 1) {
            return latency(1.0);
        }
        if (bytes >= USUAL_LEAST && bytes <= USUAL_MOST && clients == SEVERAL) {
            return latency(busy ? 0.8 : 0.5);
        }
        if (bytes == LARGE && clients == SEVERAL) {
            return new UploadBars(new Bar.AtMostTimes(0.33), NONE, NONE);
        }
        if (bytes == TINY && clients == MANY) {
            return new UploadBars(NONE, NONE, new Bar.AtLeastTimes(3));
        }
        return new UploadBars(NONE, NONE, NONE);
    }

    private static UploadBars latency(double most) {
        return new UploadBars(new Bar.AtMostTimes(most), new Bar.AtMostTimes(most), NONE);
    }
}
