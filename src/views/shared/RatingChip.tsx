import { useSession } from '../../session/part';
import { liking } from '../../ui/colors';
import { given, rating } from '../../ui/format';

/** A rating, given or predicted, with a dot on the scale of liking, centred on the mean of the data set. */
export function RatingChip({ value, predicted = false }: { value: number; predicted?: boolean }) {
  const scale = useSession((s) => s.start?.dataset.rating);
  const mean = useSession((s) => s.start?.dataset.meanRating ?? 0);
  const reach = scale ? Math.max(scale.max - mean, 0.1) : 1;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 5, whiteSpace: 'nowrap' }}>
      <span
        aria-hidden="true"
        style={{ width: 9, height: 9, borderRadius: '50%', background: liking((value - mean) / reach) }}
      />
      {predicted ? rating(value) : given(value)}
    </span>
  );
}
