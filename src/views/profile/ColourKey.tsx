import { signed } from '../../ui/format';
import classes from './Profiles.module.css';

const COLOURS = [
  ['var(--disliked)', signed(-0.6)],
  ['var(--neutral)', '0'],
  ['var(--liked)', signed(0.6)],
] as const;

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

/** The same in a sentence, for a figure that is saved without it. */
export const COLOURS_IN_WORDS = `Orange: reviews with the word rate below the reviewer’s own level; blue: above. Hollow: weight below 0.`;
