import { DimensionCard } from './dimensions/DimensionCard';
import { DissectCard } from './dissect/DissectCard';
import { UpdateCard } from './microscope/UpdateCard';
import { TruthCard } from './truth/TruthCard';

/** The inside of the model: one update step by step, and what its parts mean. */
export default function MicroscopeScreen() {
  return (
    <main className="view" style={{ maxWidth: 1180 }}>
      <h1 className="visually-hidden">Microscope</h1>
      <UpdateCard />
      <TruthCard />
      <DimensionCard />
      <DissectCard />
    </main>
  );
}
