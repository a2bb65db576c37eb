package kakolog.material;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import kakolog.blob.BlobId;

/** What stands at a material's address. */
public sealed interface Content {
    /** The file, where it is one. */
    Optional<File> file();

    /** Whether another may take its place at the same address, whose name tells what it is. */
    default boolean canBecome(Content other) {
        return file().map(File::type).equals(other.file().map(File::type));
    }

    /** @param size in bytes */
    record File(BlobId blob, long size, FileType type) implements Content {
        @Override
        public Optional<File> file() {
            return Optional.of(this);
        }
    }

    /** An address of another site, as of Speaker Deck: http or https, with a host, without a password, up to 2,000 characters. */
    record Outside(URI url) implements Content {
        private static final int LONGEST = 2_000;

        public Outside {
            if (!isGood(url)) {
                throw new IllegalArgumentException("not an address of another site");
            }
        }

        /** The address in this text; empty where it is none. */
        public static Optional<Outside> of(String text) {
            try {
                // In ASCII alone, as it goes into a header.
                var url = new URI(new URI(text.strip()).toASCIIString());
                return isGood(url) ? Optional.of(new Outside(url)) : Optional.empty();
            } catch (URISyntaxException notAnAddress) {
                return Optional.empty();
            }
        }

        private static boolean isGood(URI url) {
            return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.toString().length() <= LONGEST;
        }

        @Override
        public Optional<File> file() {
            return Optional.empty();
        }
    }
}
