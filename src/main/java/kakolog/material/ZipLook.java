package kakolog.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Tells presentations, which are zips, by the names inside. Nothing is unpacked. */
final class ZipLook {
    private static final String ODP = "application/vnd.oasis.opendocument.presentation";
    /** How ODF wants a file to begin: one stored entry, whose name and content say the type in the clear. */
    private static final int NAME_AT = 30;

    private ZipLook() {}

    static boolean isZip(Path file) throws IOException {
        try (var zip = new ZipDirectory(file)) {
            return zip.isThere();
        }
    }

    static boolean isPptx(Path file) throws IOException {
        return hasAll(file, List.of("[Content_Types].xml"::equals, name -> name.startsWith("ppt/")));
    }

    /** As Keynote has written it since 2013, and before. */
    static boolean isKeynote(Path file) throws IOException {
        return hasAll(
                file,
                List.of(name -> name.startsWith("Index/")
                        || name.equals("Index.zip")
                        || name.equals("index.apxl")
                        || name.equals("index.apxl.gz")));
    }

    static boolean isOdp(Path file) throws IOException {
        try (var zip = new ZipDirectory(file)) {
            var start = new String(zip.start(NAME_AT + 8 + ODP.length()), StandardCharsets.ISO_8859_1);
            return zip.isThere()
                    && start.length() > NAME_AT
                    && zip.firstSize() == ODP.length()
                    && start.substring(NAME_AT).equals("mimetype" + ODP)
                    && zip.hasAll(List.of("mimetype"::equals, "content.xml"::equals));
        }
    }

    private static boolean hasAll(Path file, List<Predicate<String>> wanted) throws IOException {
        try (var zip = new ZipDirectory(file)) {
            return zip.isThere() && zip.hasAll(wanted);
        }
    }
}
