import classes from './Map.module.css';
import type { MapProps } from './mapProps';

/** What the marks mean, in words. */
export const Legend = ({ noun, who, kind }: Omit<MapProps, 'map'>) => (
  <ul className="signs" aria-label="Legend">
    <li>
      <span className={classes.mark} data-kind="item" aria-hidden="true" /> a {noun.one}; larger: more reviews
    </li>
    <li>
      <span className={classes.mark} data-kind="person" aria-hidden="true" /> a {who.one}
    </li>
    <li>
      <svg width="16" height="12" viewBox="-8 -6 16 12" aria-hidden="true" className={classes.sample}>
        <path d="M-4 -4 L4 4 M4 -4 L-4 4" />
      </svg>{' '}
      where everybody starts
    </li>
    <li>
      <svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true" className={classes.sample}>
        <path d="M-17 0 H17" />
        <path d="M4 0 L-3 -3.5 V3.5 Z" data-filled="true" />
        <circle cx="14" r="2.4" data-filled="true" />
      </svg>{' '}
      a review of this {kind}; fainter: less of it remains, or it comes after the moment shown
    </li>
    <li>
      <svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true" className={classes.sample}>
        <path d="M-17 0 H8" strokeDasharray="5 3" />
        <circle cx="12" r="4" />
      </svg>{' '}
      written or changed here
    </li>
  </ul>
);
