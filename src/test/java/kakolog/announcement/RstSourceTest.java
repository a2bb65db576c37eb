package kakolog.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is mended in reStructuredText before pandoc sees it: literal source beside literal source. */
final class RstSourceTest {
    @Test
    void source_without_slips_stays_as_it_is() {
        var source = """
                見出し
                ======

                - WebRTC

                  - Momo
                  - ``./hisui [OPTIONS]`` と ``docker``
                - Sora

                文です。
                """;
        assertEquals(source, RstSource.mended(source));
    }

    @Test
    void deeper_list_gets_the_blank_line_above_it() {
        assertEquals("""
                - Sora

                  - 2022 年に向けて

                    - QUIC 対応検討
                    - インターコネクト検討
                - Demo
                """, RstSource.mended("""
                - Sora
                  - 2022 年に向けて
                    - QUIC 対応検討
                    - インターコネクト検討
                - Demo
                """));
    }

    @Test
    void literal_block_behind_a_list_belongs_to_the_item_at_its_column() {
        assertEquals("""
                - Hisui

                  - https://hisui.example/

                  ::

                     $ hisui --help\s
                """, RstSource.mended("""
                - Hisui

                  - https://hisui.example/
                  ::

                     $ hisui --help\s
                """));
    }

    @Test
    void field_becomes_a_sentence() {
        assertEquals("""
                当日参加者: 36 名

                場所: Discord

                """, RstSource.mended("""
                :当日参加者: 36 名
                :場所: Discord
                """));
    }

    @Test
    void role_at_the_beginning_of_a_line_is_no_field() {
        assertEquals(":ref:`参加方法` を見てください\n", RstSource.mended(":ref:`参加方法` を見てください\n"));
    }

    @Test
    void inline_literal_loses_the_blank_before_its_end() {
        assertEquals(
                "- ``docker run`` と ``ls`` を ``使う``\n", RstSource.mended("- ``docker run `` と ``ls`` を ``使う  ``\n"));
    }

    @Test
    void literal_block_stays_byte_for_byte() {
        var source = """
                ::

                  - 項目
                    - ``docker run ``
                  :field: x\s\s
                \t- tab

                文です。
                """;
        assertEquals(source, RstSource.mended(source));
    }

    @Test
    void body_of_a_directive_stays_as_it_is() {
        var source = """
                .. code-block:: sh
                   :linenos:

                   - a
                     - b
                """;
        assertEquals(source, RstSource.mended(source));
    }
}
