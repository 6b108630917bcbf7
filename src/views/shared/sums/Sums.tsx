import type { Prediction } from '../../../engine/answers';
import { useSession } from '../../../session/part';
import { ChoiceSum } from './ChoiceSum';
import { ScoreSplit } from './ScoreSplit';

interface Props {
  readonly item: string;
  /** Taken apart too, where it is given. */
  readonly prediction?: Prediction;
}

/** The scores of an item for the person, each as the sum that it is. */
export default function Sums({ item, prediction }: Props) {
  const person = useSession((s) => s.view?.person.summary);
  if (!person) return null;
  return (
    <>
      <ChoiceSum person={person.id} own={person.simulated ? 'your' : 'the'} item={item} />
      {prediction && <ScoreSplit prediction={prediction} person={person.id} item={item} />}
    </>
  );
}
