import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { plural } from '../../ui/format';
import classes from './Stars.module.css';

interface Props {
  /** Null where none are given; between two where a scale is finer than whole stars. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly legend?: string;
  /** As many as a scale has. */
  readonly most?: number;
}

/**
 * Stars to give. Radio buttons, as arrow keys are to choose: in those of the library they only light up, and who tabs on has
 * given none.
 */
export const Stars = ({ value, onChange, legend = 'Your stars', most = 5 }: Props) => (
  <fieldset className={classes.stars}>
    <legend>{legend}</legend>
    {Array.from({ length: most }, (_, k) => k + 1).map((star) => {
      const chosen = value !== null && Math.ceil(value) === star;
      return (
        <label key={star} className={classes.star}>
          <input
            type="radio"
            name="stars"
            className="visually-hidden"
            aria-label={plural(star, 'star')}
            checked={chosen}
            onChange={() => onChange(star)}
            // Those that are given are taken back; of one that is not whole the rest is given first.
            onClick={chosen ? () => onChange(value === star ? null : star) : undefined}
          />
          <Star filled={Math.min(1, Math.max(0, (value ?? 0) - star + 1))} />
        </label>
      );
    })}
  </fieldset>
);

/** @param filled the share of it, from the left */
function Star({ filled }: { filled: number }) {
  if (filled === 1) return <IconStarFilled size={30} />;
  return (
    <>
      <IconStar size={30} stroke={1.5} />
      {filled > 0 && (
        <IconStarFilled
          size={30}
          className={classes.part ?? ''}
          style={{ clipPath: `inset(0 ${100 * (1 - filled)}% 0 0)` }}
        />
      )}
    </>
  );
}
