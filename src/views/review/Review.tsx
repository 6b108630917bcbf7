import { LogFile } from '../saved/LogFile';
import { DifferencePanel } from './DifferencePanel';
import { ReviewForm } from './ReviewForm';
import { SimulatedList } from './SimulatedList';

export function Review() {
  return (
    <>
      <ReviewForm />
      <DifferencePanel />
      <SimulatedList />
      <LogFile />
    </>
  );
}
