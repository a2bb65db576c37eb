package kakolog.chat;

import java.time.Instant;
import java.util.Optional;
import kakolog.id.Snowflake;

/** Person 11 is called 花子, role 22 幹事, channel 33 雑談; of emoji 44 a picture is kept, and 55 says it is elsewhere. */
record KnownNames(String hanako) implements Names {
    KnownNames() {
        this("花子");
    }

    @Override
    public String person(Snowflake id) {
        return id.bits() == 11 ? hanako : "";
    }

    @Override
    public String role(Snowflake id) {
        return id.bits() == 22 ? "幹事" : "";
    }

    @Override
    public String channel(Snowflake id) {
        return id.bits() == 33 ? "雑談" : "";
    }

    @Override
    public Optional<String> emoji(Snowflake id) {
        return switch ((int) id.bits()) {
            case 44 -> Optional.of("/media/44?a=1&b=\"2\"");
            case 55 -> Optional.of("https://cdn.example/55.webp");
            case 56 -> Optional.of("//cdn.example/55.webp");
            case 57 -> Optional.of("/\\cdn.example/55.webp");
            default -> Optional.empty();
        };
    }

    @Override
    public String unknownPerson() {
        return "不明な人";
    }

    @Override
    public String unknownRole() {
        return "不明な役";
    }

    @Override
    public String unknownChannel() {
        return "不明な部屋";
    }

    @Override
    public String spoilerLabel() {
        return "ネタバレ";
    }

    @Override
    public String moment(Instant at, char style) {
        return style + ":<" + at + ">";
    }
}
