/** Claims to entities: which victim, which actors, which sources. */
@NullMarked
package io.heistline.linking;

import org.jspecify.annotations.NullMarked;
