package kakolog;

import kakolog.archive.OldAnchors;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.evening.StreamUrls;
import kakolog.web.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered beside the files of the content and follows them: former anchors, and which evenings were ended. */
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final OldAnchors anchors;
    private final StreamUrls streamUrls;
    private final Events events;
    private final Shelf shelf;

    Remembered(OldAnchors anchors, StreamUrls streamUrls, Events events, Shelf shelf) {
        this.anchors = anchors;
        this.streamUrls = streamUrls;
        this.events = events;
        this.shelf = shelf;
    }

    /** Notes the anchors of the agendas as they are now. */
    void learn(Snapshot snapshot) {
        try {
            if (anchors.learn(snapshot)) {
                shelf.clear();
            }
        } catch (RuntimeException | Error failed) {
            LOG.error(
                    "former anchors of the agendas could not be kept; links to changed items may lead nowhere", failed);
        }
    }

    /** Tells the content which evenings organizers have ended. */
    void recallEvenings() {
        try {
            events.end(streamUrls.ends());
        } catch (RuntimeException | Error failed) {
            LOG.error("which evenings were ended could not be read; their pages go by the clock alone", failed);
        }
    }
}
