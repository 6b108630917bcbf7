import { DifferencePanel } from './review/DifferencePanel';
import { ReviewForm } from './review/ReviewForm';
import { SimulatedList } from './review/SimulatedList';
import { LogFile } from './saved/LogFile';

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
