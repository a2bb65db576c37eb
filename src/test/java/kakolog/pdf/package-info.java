@NullMarked
package kakolog.pdf;

import org.jspecify.annotations.NullMarked;
