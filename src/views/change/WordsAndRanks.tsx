import type { Change } from '../../engine/change';
import { Fold } from '../../ui/Fold';
import { RankSlopes } from './RankSlopes';
import { WordChanges } from './WordChanges';

interface Props {
  readonly change: Change;
  /** What both moments of the words are. */
  readonly title: string;
}

/** The person's words and the list, for whoever wants to see them. */
export const WordsAndRanks = ({ change, title }: Props) => (
  <Fold summary="Words and ranks">
    <WordChanges title={title} changes={change.person.words} />
    <RankSlopes ranks={change.ranks} />
  </Fold>
);
