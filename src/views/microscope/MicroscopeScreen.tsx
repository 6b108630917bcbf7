import { DimensionCard } from '../dimensions/DimensionCard';
import { DissectCard } from '../dissect/DissectCard';
import { TruthCard } from '../truth/TruthCard';
import classes from './Update.module.css';
import { UpdateCard } from './UpdateCard';

/** The inside of the model: one update step by step, and what its parts mean. */
export default function MicroscopeScreen() {
  return (
    <main className={classes.view}>
      <h1 className="visually-hidden">Microscope</h1>
      <UpdateCard />
      <TruthCard />
      <DimensionCard />
      <DissectCard />
    </main>
  );
}
