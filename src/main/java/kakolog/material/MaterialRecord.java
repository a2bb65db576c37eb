package kakolog.material;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.content.Event;
import kakolog.web.Json;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/** A material as the API tells it to whom may have it. */
final class MaterialRecord {
    private MaterialRecord() {}

    /** Its fields in order; what does not apply to it is null. */
    static Map<String, @Nullable Object> of(
            Material material, Event event, Previews previews, PublicUrl publicUrl, Instant now) {
        var file = material.latest().content().file();
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("name", material.name().value());
        told.put("title", material.title().text());
        told.put("type", file.map(one -> one.type().mediaType()).orElse(null));
        told.put("size", file.map(Content.File::size).orElse(null));
        told.put(
                "pages",
                file.filter(one -> one.type() == FileType.PDF)
                        .map(one -> previews.of(one.blob()).pages())
                        .filter(pages -> pages > 0)
                        .orElse(null));
        told.put("url", publicUrl.of(Address.of(material)));
        told.put("view", file.isPresent() ? publicUrl.of(Address.viewer(material)) : null);
        told.put(
                "outside",
                material.latest().content() instanceof Content.Outside link
                        ? link.url().toString()
                        : null);
        told.put("revision", material.latest().number());
        told.put("published", material.isPublished(event, now));
        told.put(
                "publishAt",
                material.publication() instanceof Publication.At at
                        ? Json.time(at.instant().atZone(event.times().start().getZone()))
                        : material.publication().word());
        return told;
    }
}
