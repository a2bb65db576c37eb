/** The benchmark: {@code mvn -q -Pbench verify} measures the packaged jar. */
@NullMarked
package kakolog.bench;

import org.jspecify.annotations.NullMarked;
