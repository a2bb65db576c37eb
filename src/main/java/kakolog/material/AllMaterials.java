package kakolog.material;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kakolog.id.EventSlug;

/** All materials as they were after some change, those in the bin too; never changes. */
public final class AllMaterials {
    private final Map<Long, Material> byId;
    private final Map<EventSlug, List<Material>> live;
    private final Map<EventSlug, List<Material>> bins;

    /** @param materials those of an event in their order */
    AllMaterials(List<Material> materials) {
        byId = materials.stream()
                .collect(Collectors.toMap(Material::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        live = materials.stream()
                .filter(material -> !material.isDeleted())
                .collect(Collectors.groupingBy(Material::event, Collectors.toUnmodifiableList()));
        bins = materials.stream()
                .filter(Material::isDeleted)
                .sorted(Comparator.comparing(Material::deletedAt).reversed())
                .collect(Collectors.groupingBy(Material::event, Collectors.toUnmodifiableList()));
    }

    /** Those of an event in their order, published or not, waiting or not. */
    public List<Material> of(EventSlug event) {
        return live.getOrDefault(event, List.of());
    }

    /** Those of an event in the bin, the latest first. */
    public List<Material> bin(EventSlug event) {
        return bins.getOrDefault(event, List.of());
    }

    /** The one at an address. */
    public Optional<Material> find(EventSlug event, String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return of(event).stream()
                .filter(material -> material.name().value().equals(composed))
                .findFirst();
    }

    public Optional<Material> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of all events, those in the bin too. */
    public List<Material> all() {
        return List.copyOf(byId.values());
    }
}
