package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportFaultsTest {
    private static final String WHOLE = """
            {
              "guild": {"id": "1", "name": "鯖"},
              "channel": {"id": "900", "type": "GuildTextChat", "name": "event"},
              "messages": [
                {
                  "id": "10",
                  "type": "Default",
                  "timestamp": "2021-07-06T19:45:10.123+09:00",
                  "isPinned": false,
                  "content": "こんばんは",
                  "author": {"id": "411", "name": "hanako"}
                }
              ],
              "messageCount": 1
            }""";

    @Test
    void whole_it_is_read() throws Exception {
        assertEquals("こんばんは", Heard.of(WHOLE).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{ | 1",
                "鯖 | 2",
                "\"messages\": [ | 4",
                "\"id\": \"10 | 6",
                "\"type\": \"Default\", | 7",
                "\"timest | 8",
                "こんば | 10",
                "\"hanako\"} | 11",
                "\"messageCount\": 1 | 14"
            })
    void cut_off_in_the_middle_it_is_refused_with_the_line(String last, int line) {
        var bad = fault(WHOLE.substring(0, WHOLE.indexOf(last) + last.length()));
        assertEquals("log.import.fault.cut-off", bad.key());
        assertEquals(line, bad.line());
        assertTrue(bad.column() > 0);
    }

    @Test
    void wherever_it_is_cut_off_it_is_refused() throws Exception {
        var bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            var cut = new ByteArrayInputStream(bytes, 0, length);
            var bad = assertThrows(
                    BadExport.class, () -> ExportReader.read("log.json", cut, new Heard()), "at " + length);
            assertTrue(bad.line() > 0, "at " + length + ": " + bad.getMessage());
        }
    }

    @Test
    void a_fault_names_file_line_and_column_and_says_how_to_mend_it() {
        var bad = fault(WHOLE.replace("\"isPinned\": false", "\"isPinned\": flase"));
        assertEquals("log.json", bad.file());
        assertEquals(9, bad.line());
        assertEquals("log.import.fault.malformed", bad.key());
        assertEquals(List.of("log.json", "9", Integer.toString(bad.column())), bad.arguments());
        assertTrue(
                bad.getMessage().matches("log\\.json:9:\\d+: this is no valid JSON; export again, .*"),
                bad.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"id\": \"10\"', '\"id\": \"ten\"', id",
        "'\"id\": \"10\"', '\"id\": \"18446744073709551616\"', id",
        "'\"id\": \"10\"', '\"id\": \"-1\"', id",
        "'\"id\": \"10\"', '\"id\": null', id",
        "'\"id\": \"411\", ', '', author.id",
        "'\"author\": {\"id\": \"411\", \"name\": \"hanako\"}', '\"author\": 5', author.id",
        "'2021-07-06T19:45:10.123+09:00', '6.7.2021', timestamp",
        "'2021-07-06T19:45:10.123+09:00', '2021-07-06T25:45:10+09:00', timestamp",
        "'2021-07-06T19:45:10.123+09:00', '1999-07-06T19:45:10+09:00', timestamp",
        "'2021-07-06T19:45:10.123+09:00', '+999999999-07-06T19:45:10+09:00', timestamp"
    })
    void a_message_without_what_every_message_has_is_named(String written, String instead, String field) {
        assertTrue(WHOLE.contains(written));
        var bad = fault(WHOLE.replace(written, instead));
        assertEquals("log.import.fault.field", bad.key());
        assertEquals(List.of("log.json", "5", "5", "1", field), bad.arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "\"text\"",
                "{\"messages\":[]}",
                "{\"channel\":{\"id\":\"1\"}}",
                "{\"channel\":{\"name\":\"x\"},\"messages\":[]}",
                "{\"channel\":{\"id\":\"1\"},\"messages\":{}}",
                "{\"channel\":{\"id\":\"1\"},\"messages\":[],\"messages\":[]}"
            })
    void other_json_is_no_export(String json) {
        assertEquals("log.import.fault.foreign", fault(json).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html></html>", "こんにちは", "%PDF-1.7"})
    void what_is_no_json_is_named_so(String text) {
        assertEquals("log.import.fault.neither", fault(text).key());
    }

    @Test
    void what_follows_the_end_is_a_fault() {
        assertEquals("log.import.fault.malformed", fault(WHOLE + "\n{}").key());
    }

    static Stream<String> beyond_measure() {
        var array = "[" + "[0,0,0,0,0,0,0,0,0],".repeat(900) + "0]";
        return Stream.of(
                "\"content\":\"" + "x".repeat(1_000_001) + "\"",
                "\"x\":" + "[".repeat(100) + "]".repeat(100),
                "\"x\":" + "9".repeat(200),
                IntStream.range(0, 30)
                        .mapToObj(number -> "\"x" + number + "\":" + array)
                        .collect(Collectors.joining(",")),
                IntStream.range(0, 5)
                        .mapToObj(number -> "\"x" + number + "\":\"" + "x".repeat(900_000) + "\"")
                        .collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @MethodSource("beyond_measure")
    void a_message_larger_than_any_is_refused(String fields) {
        assertEquals(
                "log.import.fault.too-large",
                fault(Heard.channel(Heard.message(1, fields))).key());
    }

    @Test
    void a_stream_that_fails_is_no_fault_of_the_export() throws Exception {
        var closed = InputStream.nullInputStream();
        closed.close();
        assertThrows(IOException.class, () -> ExportReader.read("log.json", closed, new Heard()));
    }

    private static BadExport fault(String json) {
        return assertThrows(BadExport.class, () -> Heard.of(json));
    }
}
