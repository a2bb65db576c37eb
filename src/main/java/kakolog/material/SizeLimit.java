package kakolog.material;

/** The most that one file may have. */
public record SizeLimit(long bytes) {
    private static final long MB = 1_000_000;
    private static final long MIB = 1_048_576;

    /** In the unit that it was set in: {@code 200 MB}, {@code 512 MiB}. */
    String words() {
        return bytes % MB != 0 && bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes / MB + " MB";
    }
}
