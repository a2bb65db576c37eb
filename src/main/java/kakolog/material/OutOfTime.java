package kakolog.material;

import kakolog.pdf.Outcome;

/** The wall clock ran out while a PDF was read, for the first time: perhaps the machine was busy. */
final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutOfTime() {
        super("a PDF was not read in time");
    }

    /** @param excused whether the clock is no fault of the PDF yet */
    static void check(Outcome outcome, boolean excused) {
        if (excused && outcome == Outcome.OUT_OF_TIME) {
            throw new OutOfTime();
        }
    }
}
