package kakolog.demo;

import java.io.IOException;
import kakolog.id.EventSlug;
import kakolog.material.MaterialHouse;
import kakolog.record.Change;

/** Slides that the demonstration has from the start, of two evenings that have been. */
public final class SampleMaterials {
    private static final Change.By ORGANIZER =
            new Change.By(Person.HANAKO.id().toString(), String.valueOf(Person.HANAKO.globalName()));

    private SampleMaterials() {}

    /** Adds them as the organizer of the cast would. */
    public static void addTo(MaterialHouse materials) throws IOException {
        add(materials, "2021-05-18", "quic.pdf", "QUIC のはなし.pdf");
        add(materials, "2020-11-10", "media.pdf", "映像を届けるしくみ.pdf");
    }

    private static void add(MaterialHouse materials, String event, String resource, String name) throws IOException {
        try (var in = SampleMaterials.class.getResourceAsStream("/demo/materials/" + resource)) {
            if (in == null) {
                throw new IOException("the jar lacks demo/materials/" + resource);
            }
            materials.add(new EventSlug(event), name, in, ORGANIZER);
        }
    }
}
