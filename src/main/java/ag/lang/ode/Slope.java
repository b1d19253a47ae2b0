package ag.lang.ode;

import ag.lang.values.Datum;

/** How fast y changes at a time, in the shape of y. */
@FunctionalInterface
interface Slope {
    Datum at(Datum t, Datum y);
}
