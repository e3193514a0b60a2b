/** The heistline command and the whole stack in one process: broker, registry, topology. */
@NullMarked
package io.heistline.local;

import org.jspecify.annotations.NullMarked;
