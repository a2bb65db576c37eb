package kakolog.material;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kakolog.content.Event;
import kakolog.material.Preview.Stage;
import kakolog.text.Days;
import kakolog.text.Messages;

/** What pages say of a material. */
final class MaterialWords {
    private MaterialWords() {}

    /** The kind in a word: PDF, or the site that an outside link leads to. */
    static String kind(Content content) {
        return content.file()
                .map(file -> file.type().name())
                .orElseGet(() -> content instanceof Content.Outside outside
                        ? outside.url().getHost()
                        : "");
    }

    /** Its pages and its size. */
    static List<String> facts(Content content, Preview preview, Messages messages) {
        var facts = new ArrayList<String>();
        if (preview.pages() > 0) {
            facts.add(messages.get("materials.pages", preview.pages()));
        }
        content.file().ifPresent(file -> {
            facts.add(size(file.size()));
            if (file.type() == FileType.PDF && preview.stage() == Stage.NONE) {
                facts.add(messages.get("materials.no-preview"));
            }
            if (preview.stage() == Stage.WAITING) {
                facts.add(messages.get("materials.reading"));
            }
        });
        return facts;
    }

    /** In the decimal units that people know from their files. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%d kB", Math.round(bytes / 1000.0))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    /** What keeps others from seeing it, or will until when; empty where nothing does. */
    static String state(Material material, Event event, Messages messages, Instant now) {
        if (material.isWaiting()) {
            return messages.get("materials.state.waiting");
        }
        if (material.isPublished(event, now)) {
            return "";
        }
        if (material.publication() instanceof Publication.At at) {
            var time = at.instant().atZone(event.times().start().getZone());
            return messages.get(
                    "materials.state.at",
                    Days.shortDate(time.toLocalDate(), messages.language()) + " " + Days.time(time));
        }
        return messages.get("materials.state." + material.publication().word());
    }
}
