package kakolog.command;

/** Whether somebody watches: then a line may be written over again and again. */
final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // from Java 22 on it is asked further
    static boolean isThere() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
