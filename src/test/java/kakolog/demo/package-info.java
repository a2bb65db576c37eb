@NullMarked
package kakolog.demo;

import org.jspecify.annotations.NullMarked;
