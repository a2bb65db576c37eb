package kakolog.bench;

import java.util.List;

/** Measured values of one thing. */
record Samples(List<Double> sorted) {
    Samples {
        sorted = sorted.stream().sorted().toList();
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that this many percent do not exceed. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(0, rank - 1));
    }
}
