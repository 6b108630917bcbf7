/** A phone, as the style sheets have it: there a view shows one of its parts at a time. */
export const NARROW = '(width < 760px)';
