import type { Recommendation } from '../../engine/questions/view';
import { ChoiceSplit } from './ChoiceSplit';
import { ScoreSplit } from './ScoreSplit';

interface Props {
  readonly of: Recommendation;
  readonly person: string;
  /** Units of the choice score at which a bar reaches the end of its half. */
  readonly reach: number;
}

/** Both scores of a place of the list, each as the sum that it is. */
export default function Sums({ of: { item, choice, reasons, prediction }, person, reach }: Props) {
  return (
    <>
      <ChoiceSplit choice={choice} person={person} item={item.id} reasons={reasons} reach={reach} />
      <ScoreSplit prediction={prediction} person={person} item={item.id} />
    </>
  );
}
