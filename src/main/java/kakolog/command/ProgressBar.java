package kakolog.command;

import java.io.PrintStream;
import java.util.Locale;

/** A line in the terminal that fills while something is sent; elsewhere nothing. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintStream terminal;
    private final boolean shown;
    private final String name;
    private final long whole;
    private final long begun = System.nanoTime();
    private long last;

    /** @param shown whether there is a terminal to show it in */
    ProgressBar(PrintStream terminal, boolean shown, String name, long whole) {
        this.terminal = terminal;
        this.shown = shown;
        this.name = name;
        this.whole = whole;
    }

    /** Shows that so many bytes are done. */
    void at(long done) {
        long now = System.nanoTime();
        if (!shown || (now - last < NANOS_BETWEEN && done < whole)) {
            return;
        }
        last = now;
        double seconds = Math.max((now - begun) / 1e9, 0.001);
        double speed = done / seconds;
        terminal.printf(
                Locale.ROOT,
                "\r%s %s %.1f MB/s, %.0f s left ",
                name,
                filled(whole == 0 ? 1 : (double) done / whole),
                speed / 1e6,
                (whole - done) / Math.max(speed, 1));
        terminal.flush();
    }

    /** @param share from 0 to 1 */
    static String filled(double share) {
        int full = (int) (WIDTH * share);
        return "[%s%s] %3d %%".formatted("#".repeat(full), ".".repeat(WIDTH - full), (int) (100 * share));
    }

    /** Makes room for what is told next. */
    void end() {
        if (shown) {
            clear(terminal, name.length());
        }
    }

    /** @param name letters before the bar */
    static void clear(PrintStream terminal, int name) {
        terminal.print("\r" + " ".repeat(name + WIDTH + 40) + "\r");
        terminal.flush();
    }
}
