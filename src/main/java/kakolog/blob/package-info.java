/** Bytes that are kept, by their hash: written so that what is acknowledged survives, opened only for whom the policy has let in. */
@NullMarked
package kakolog.blob;

import org.jspecify.annotations.NullMarked;
