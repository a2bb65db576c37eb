package kakolog.command;

import java.io.PrintStream;
import kakolog.chatlog.LogImport;
import kakolog.chatlog.LogImport.Phase;

/** A line in the terminal that fills once for each phase of an import; elsewhere nothing. */
final class PhaseBar implements LogImport.Progress {
    private static final long NANOS_BETWEEN = 100_000_000;
    private static final int LONGEST = 7;

    private final PrintStream terminal;
    private final boolean shown;
    private long last;

    /** @param shown whether there is a terminal to show it in */
    PhaseBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    @Override
    public void at(Phase phase, double share) {
        long now = System.nanoTime();
        if (!shown || (now - last < NANOS_BETWEEN && share < 1)) {
            return;
        }
        last = now;
        terminal.print("\r" + word(phase) + " " + ProgressBar.filled(share) + " ");
        terminal.flush();
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case READING -> "reading";
            case COPYING -> "copying";
            case WRITING -> "writing";
        };
    }

    /** Makes room for what is told next. */
    void end() {
        if (shown) {
            ProgressBar.clear(terminal, LONGEST);
        }
    }
}
