/** The known actors, victims and sources, and the names that they go by. */
@NullMarked
package io.heistline.knowledge;

import org.jspecify.annotations.NullMarked;
