import { signed } from '../../ui/format';
import classes from './Profiles.module.css';

/** Some colours of the scale, and the stars that they stand for. */
export const COLOURS = [
  ['var(--disliked)', signed(-0.6)],
  ['var(--neutral)', '0'],
  ['var(--liked)', signed(0.6)],
] as const;

/** What the colours say, in one line. */
export const MEANING = 'how reviews with the word rate, in stars from the reviewer’s own level';

/** What the colours of words mean, once for both profiles. */
export const ColourKey = () => (
  <>
    reviews with the word rate{' '}
    {COLOURS.map(([background, stars]) => (
      <span key={stars} className={classes.legend}>
        <span className={classes.colour} style={{ background }} /> {stars}{' '}
      </span>
    ))}
    stars from the reviewer’s own level
  </>
);
