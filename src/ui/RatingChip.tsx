import { useSession } from '../session/store';
import { diverging } from './colors';
import { rating } from './format';

/** A rating with a dot on the diverging scale, centred on the mean of the data set. */
export function RatingChip({ value, digits }: { value: number; digits?: number }) {
  const scale = useSession((s) => s.start?.dataset.rating);
  const mean = useSession((s) => s.start?.dataset.meanRating ?? 0);
  const reach = scale ? Math.max(scale.max - mean, 0.1) : 1;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 5, whiteSpace: 'nowrap' }}>
      <span
        aria-hidden="true"
        style={{ width: 9, height: 9, borderRadius: '50%', background: diverging((value - mean) / reach) }}
      />
      {digits === undefined ? value.toFixed(1) : digits === 2 ? rating(value) : value.toFixed(digits)}
    </span>
  );
}
