package pl.paragon.worker.attempt;

import java.util.concurrent.CountDownLatch;

/** Work that takes no notice of an interruption, as native code does not. */
public final class NativeCode {

    private NativeCode() {}

    public static void await(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // no notice
            }
        }
    }
}
