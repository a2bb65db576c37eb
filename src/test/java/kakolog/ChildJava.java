package kakolog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the same java and the same classes as this one's. */
public final class ChildJava {
    private ChildJava() {}

    /**
     * Begins soon and costs little: what a test has it do is over before an optimizing compiler pays.
     *
     * @param main the name of the class to run
     * @param words for it
     */
    public static ProcessBuilder of(String main, List<String> words) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        line.addAll(words);
        return new ProcessBuilder(line);
    }

    /** The same of a class of the tests. */
    public static ProcessBuilder of(Class<?> main, String... words) {
        return of(main.getName(), List.of(words));
    }
}
