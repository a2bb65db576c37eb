package kakolog.blob;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** Another process that copies a blob of a store, and holds the store until it is told to let go. */
final class Holder {
    private Holder() {}

    public static void main(String[] words) {
        var told = new Scanner(System.in, StandardCharsets.UTF_8);
        try (var holding = new BlobStore(Path.of(words[0])).hold()) {
            System.out.println("held " + holding.file(new BlobId(words[1])).getFileName());
            told.nextLine();
        }
        System.out.println("let go");
    }
}
