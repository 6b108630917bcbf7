import type { Choice } from '../../engine/answers';
import { exact, hundredths } from '../../ui/format';
import { Num } from './Num';
import { timesWords } from './reasonWords';

interface Props {
  readonly choice: Choice;
  readonly person: string;
  readonly item: string;
}

/** A choice score; it opens where it is the model’s own, and else says how popularity counts: its sum has terms that open. */
export function ScoreNumber({ choice: { score, times }, ...pair }: Props) {
  if (times !== 1)
    return (
      <span title={`${exact(score)}, where popularity counts ${timesWords(times)}`}>{hundredths(score)}</span>
    );
  return <Num open={{ of: 'choice', ...pair }} value={score} as={hundredths} />;
}
