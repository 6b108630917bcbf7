import { signed } from '../../ui/format';
import classes from './Profiles.module.css';

const COLOURS = [
  ['var(--disliked)', signed(-0.6)],
  ['var(--neutral)', '0'],
  ['var(--liked)', signed(0.6)],
] as const;

/** What the colours of words mean: a part of the figure, saved with it. */
export const ColourKey = () => (
  <p className={`note ${classes.legend}`}>
    colour: reviews with the word rate{' '}
    {COLOURS.map(([background, stars]) => (
      <span key={stars}>
        <span className={classes.colour} style={{ background }} /> {stars}{' '}
      </span>
    ))}
    stars from the reviewer’s own level; hollow: weight below 0
  </p>
);
