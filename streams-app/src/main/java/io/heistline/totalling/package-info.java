/** Incidents to running totals, by adding and subtracting. */
@NullMarked
package io.heistline.totalling;

import org.jspecify.annotations.NullMarked;
