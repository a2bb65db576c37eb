package kakolog;

/** Where the program begins: hands the words of the command line to {@link kakolog.command}. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(kakolog.command.Kakolog.run(words));
    }
}
