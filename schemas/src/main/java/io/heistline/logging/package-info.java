/** How programs write their logs. */
@NullMarked
package io.heistline.logging;

import org.jspecify.annotations.NullMarked;
