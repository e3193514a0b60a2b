/** Amounts in another currency to US dollars, at the rate of a month. */
@NullMarked
package io.heistline.valuing;

import org.jspecify.annotations.NullMarked;
