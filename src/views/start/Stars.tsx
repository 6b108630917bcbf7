import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { plural } from '../../ui/format';
import classes from './Form.module.css';

interface Props {
  /** Null where none are given. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/**
 * Stars to give. Radio buttons, as arrow keys are to choose: in those of the library they only light up, and who tabs on has
 * given none.
 */
export const Stars = ({ value, onChange }: Props) => (
  <fieldset className={classes.stars}>
    <legend>Your stars</legend>
    {[1, 2, 3, 4, 5].map((star) => (
      <label key={star} className={classes.star}>
        <input
          type="radio"
          name="stars"
          className="visually-hidden"
          aria-label={plural(star, 'star')}
          checked={value === star}
          onChange={() => onChange(star)}
          // Those that are given are taken back.
          onClick={value === star ? () => onChange(null) : undefined}
        />
        {star <= (value ?? 0) ? <IconStarFilled size={30} /> : <IconStar size={30} stroke={1.5} />}
      </label>
    ))}
  </fieldset>
);
