package kakolog.material;

import kakolog.id.EventSlug;
import kakolog.web.OwnPath;

/** Where the materials are. */
final class Address {
    private Address() {}

    static String of(EventSlug event) {
        return "/events/" + event + "/materials";
    }

    static String of(Material material) {
        return of(material.event()) + "/" + OwnPath.part(material.name().value());
    }

    static String viewer(Material material) {
        return of(material) + "/view";
    }

    /** @param page from 1 */
    static String viewer(Material material, int page) {
        return viewer(material) + "#page=" + page;
    }

    /** The picture of a page. */
    static String picture(Material material, int page) {
        return of(material) + "/pages/" + page + ".png";
    }

    /** A small one. */
    static String thumbnail(Material material, int page) {
        return picture(material, page) + "?size=small";
    }

    /** All of an event at once. */
    static String zip(EventSlug event) {
        return of(event) + ".zip";
    }

    static String desk(EventSlug event) {
        return "/organize/events/" + event + "/materials";
    }
}
