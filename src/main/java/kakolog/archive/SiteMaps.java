package kakolog.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.PublicUrl;

/** {@code /sitemap.xml} and {@code /robots.txt}: what search engines are told. */
public final class SiteMaps {
    /** The format's own limit for one file; an archive of weekly evenings stays far below it. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Events events;
    private final PublicUrl publicUrl;

    public SiteMaps(Events events, PublicUrl publicUrl) {
        this.events = events;
        this.publicUrl = publicUrl;
    }

    public Answer sitemap(Asking asking) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
            for (var path : paths(events.current())) {
                xml.writeStartElement("url");
                xml.writeStartElement("loc");
                xml.writeCharacters(publicUrl.of(path));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return Answer.of("application/xml;charset=utf-8", out.toByteArray());
    }

    public Answer robots(Asking asking) {
        return Answer.of(Answer.TEXT, """
                User-agent: *
                Disallow: /search
                Disallow: /login

                Sitemap:\s""" + publicUrl.of("/sitemap.xml") + "\n");
    }

    private static List<String> paths(Snapshot snapshot) {
        return Stream.of(
                        Stream.of("/", "/events", "/topics", "/links"),
                        snapshot.pages().stream().map(page -> "/pages/" + page.name()),
                        snapshot.published().stream()
                                .map(event -> Place.of(event).href()),
                        snapshot.topics().all().stream()
                                .map(topic -> Place.of(topic).href()),
                        snapshot.people().all().stream()
                                .map(person -> Place.ofPerson(person.handle()).href()))
                .flatMap(paths -> paths)
                .limit(MOST_ADDRESSES)
                .toList();
    }
}
