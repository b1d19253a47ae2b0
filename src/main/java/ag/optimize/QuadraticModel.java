package ag.optimize;

/** The function near a point, as its gradient and second derivatives tell it. */
interface QuadraticModel {
    /**
     * A step, and by how much the function would fall if it were as its derivatives tell.
     */
    record Move(double[] step, double promised) {}

    /** The best step that is no longer than the radius, or nearly the best. */
    Move within(double radius);
}
