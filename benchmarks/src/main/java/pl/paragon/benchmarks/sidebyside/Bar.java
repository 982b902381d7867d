package pl.paragon.benchmarks.sidebyside;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a figure has to reach. */
public sealed interface Bar {

    /** Whether it was reached. */
    enum Verdict {
        REACHED,
        MISSED,
        /** There is no bar, or nothing to compare with. */
        OPEN
    }

    /** @param ratio Paragon's figure divided by the reference's; empty if that was not measured */
    Verdict judge(double paragon, OptionalDouble ratio);

    /** The figure is shown, and nothing is demanded of it. */
    record None() implements Bar {
        @Override
        public Verdict judge(double paragon, OptionalDouble ratio) {
            return Verdict.OPEN;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** At most so many times the reference's. */
    record AtMostTimes(double most) implements Bar {
        @Override
        public Verdict judge(double paragon, OptionalDouble ratio) {
            return ratio.isEmpty() ? Verdict.OPEN : verdict(ratio.getAsDouble() <= most);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "<= %.2f x", most);
        }
    }

    /** At least so many times the reference's. */
    record AtLeastTimes(double least) implements Bar {
        @Override
        public Verdict judge(double paragon, OptionalDouble ratio) {
            return ratio.isEmpty() ? Verdict.OPEN : verdict(ratio.getAsDouble() >= least);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, ">= %.2f x", least);
        }
    }

    /** At most so much, whatever the reference reaches. */
    record AtMost(double most) implements Bar {
        @Override
        public Verdict judge(double paragon, OptionalDouble ratio) {
            return verdict(paragon <= most);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "<= %.0f", most);
        }
    }

    /** At least so much, whatever the reference reaches. */
    record AtLeast(double least) implements Bar {
        @Override
        public Verdict judge(double paragon, OptionalDouble ratio) {
            return verdict(paragon >= least);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, ">= %.0f", least);
        }
    }

    private static Verdict verdict(boolean reached) {
        return reached ? Verdict.REACHED : Verdict.MISSED;
    }
}
