/** Claims about one victim to incidents. */
@NullMarked
package io.heistline.resolving;

import org.jspecify.annotations.NullMarked;
