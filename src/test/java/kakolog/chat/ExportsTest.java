package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportsTest {
    private static final long MOST = 1_000;

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        folder = Files.createDirectories(outside.toRealPath().resolve("logs"));
        write("event.json", Heard.channel(Heard.message(3, "")));
        write("event.json_Files/a-1f.png", "picture");
        Files.writeString(folder.resolveSibling("secret.txt"), "secret");
        write(".ssh/key", "secret");
    }

    @Test
    void channels_come_before_threads_and_parts_in_their_order() throws Exception {
        write("event [part 10].json", Heard.channel(Heard.message(10, "")));
        write("event [part 2].json", Heard.channel(Heard.message(5, "")));
        write("a thread.json", Heard.thread(77, Heard.message(20, "")));
        var names = List.of("a thread.json", "event [part 10].json", "event.json", "event [part 2].json");
        try (var exports = Exports.of(names.stream()
                .map(name -> NamedFile.onDisk(folder.resolve(name)))
                .toList())) {
            assertEquals(
                    List.of("event.json", "event [part 2].json", "event [part 10].json", "a thread.json"),
                    exports.documents().stream().map(ExportDocument::name).toList());
            var heard = new Heard();
            exports.read(heard, (read, total) -> {});
            assertEquals(
                    List.of("3", "5", "10", "20"),
                    heard.messages.stream()
                            .map(message -> message.id().toString())
                            .toList());
            assertEquals("質問", exports.documents().get(3).title());
            assertTrue(exports.documents().get(3).isThread());
        }
    }

    @Test
    void progress_rises_to_the_whole() throws Exception {
        write(
                "long.json",
                Heard.channel((Heard.message(1, "\"content\":\"" + "x".repeat(1_000) + "\"") + ",").repeat(2_000)
                        + "{}"));
        write("long.json", Files.readString(folder.resolve("long.json")).replace(",{}]", "]"));
        var told = new ArrayList<Long>();
        try (var exports = Exports.of(List.of(
                NamedFile.onDisk(folder.resolve("event.json")), NamedFile.onDisk(folder.resolve("long.json"))))) {
            long all = Files.size(folder.resolve("event.json")) + Files.size(folder.resolve("long.json"));
            exports.read(new Heard(), (read, total) -> {
                assertEquals(all, total);
                told.add(read);
            });
            assertEquals(all, told.get(told.size() - 1));
            assertEquals(told.stream().sorted().toList(), told);
            assertTrue(told.size() > 5 && told.size() < 20, told.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event.json_Files/a-1f.png", "./event.json_Files/../event.json_Files/a-1f.png"})
    void a_medium_beside_the_document_is_opened_by_a_plain_path_only(String location) throws Exception {
        assertEquals(location.contains("..") ? "" : "picture", opened(location));
    }

    @Test
    void what_lies_beside_the_document_in_no_folder_of_media_is_not_given_away() throws Exception {
        write("contract.pdf", "secret");
        write("letters/contract.pdf", "secret");
        write("letters/old_Files/contract.pdf", "secret");
        write("my_Files", "secret");
        write("thread.json_Files/b.png", "another");
        assertEquals("", opened("contract.pdf"));
        assertEquals("", opened("letters/contract.pdf"));
        assertEquals("", opened("letters/old_Files/contract.pdf"));
        assertEquals("", opened("my_Files"));
        assertEquals("", opened("event.json"));
        assertEquals("", opened("event.json_Files/../contract.pdf"));
        assertEquals("", opened(folder.resolve("contract.pdf").toString()));
        assertEquals("another", opened("thread.json_Files/b.png"));
    }

    @Test
    void an_absolute_path_is_followed_only_inside_the_folder() throws Exception {
        assertEquals(
                "picture", opened(folder.resolve("event.json_Files/a-1f.png").toString()));
        assertEquals("", opened(folder.resolveSibling("secret.txt").toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "event.json_Files/../../secret.txt",
                "/etc/passwd",
                ".ssh/key",
                ".",
                "",
                " ",
                "event.json_Files",
                "missing.png",
                "C:/secret.txt",
                "a\0b",
                "https://example.com/a.png",
                "event.json_Files/a-1f.png/x"
            })
    void what_leads_elsewhere_is_not_there(String location) throws Exception {
        assertEquals("", opened(location));
    }

    @Test
    void links_are_not_followed() throws Exception {
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolveSibling("secret.txt"));
        Files.createSymbolicLink(folder.resolve("up"), folder.getParent());
        Files.createSymbolicLink(folder.resolve("within.png"), folder.resolve("event.json_Files/a-1f.png"));
        assertEquals("", opened("link.txt"));
        assertEquals("", opened("up/secret.txt"));
        assertEquals("", opened("within.png"));
    }

    @Test
    void a_medium_larger_than_it_may_be_is_not_there() throws Exception {
        write("event.json_Files/large.png", "x".repeat((int) MOST + 1));
        assertEquals("", opened("event.json_Files/large.png"));
    }

    @Test
    void beside_what_a_form_sent_there_is_nothing() throws Exception {
        try (var exports = Exports.of(List.of(NamedFile.sent(folder.resolve("event.json"), "log.json")))) {
            assertEquals("log.json", exports.documents().get(0).name());
            assertTrue(exports.open(medium("event.json_Files/a-1f.png"), MOST).isEmpty());
        }
    }

    @Test
    void a_file_that_is_no_log_is_named_as_it_was_called() throws Exception {
        write("upload-1.tmp", "<html>");
        var bad = assertThrows(
                BadExport.class,
                () -> Exports.of(List.of(NamedFile.sent(folder.resolve("upload-1.tmp"), "log\u202E.json"))));
        assertEquals("log.json", bad.file());
        assertEquals("log.import.fault.neither", bad.key());
        assertEquals(
                "log.import.fault.none",
                assertThrows(BadExport.class, () -> Exports.of(List.of())).key());
        assertThrows(IOException.class, () -> Exports.of(List.of(NamedFile.onDisk(folder.resolve("no.json")))));
    }

    private String opened(String location) throws Exception {
        try (var exports = Exports.of(List.of(NamedFile.onDisk(folder.resolve("event.json"))))) {
            var found = exports.open(medium(location), MOST);
            if (found.isEmpty()) {
                return "";
            }
            try (var in = found.get()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static Medium medium(String location) {
        return new Medium("1", Medium.Kind.ATTACHMENT, "a.png", location);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
