package kakolog.pdf;

/** How the reading of a PDF ended. What was read before the end stands. */
public enum Outcome {
    /** All that was asked for was read. */
    WHOLE(80),
    /** It is no PDF, or a page of it cannot be read. */
    BROKEN(81),
    /** It opens only with a password. */
    ENCRYPTED(82),
    /** It asked for more pages, memory, time or bytes than {@link Limits} allow. */
    BEYOND_LIMITS(83),
    /** The wall clock ran out, which may be the PDF's fault or that of a busy machine. */
    OUT_OF_TIME(84);

    /** Beside the codes that java itself (1, 3), a shell (126, 127) and signals (128 and on) end with. */
    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** A process that came to the PDF and did not say how it ended was ended by a limit, or has crashed. */
    static Outcome ofExitCode(int code) {
        for (var outcome : values()) {
            if (outcome.exitCode == code) {
                return outcome;
            }
        }
        return BEYOND_LIMITS;
    }

    /** The worse of both, in the order of their naming. */
    Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
