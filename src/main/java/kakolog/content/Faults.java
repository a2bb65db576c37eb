package kakolog.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file, so that all are told at once. */
final class Faults {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String what, String expected) {
        faults.add(new Fault(file, line, what, expected));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** In the order of their lines. */
    List<Fault> all() {
        return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
