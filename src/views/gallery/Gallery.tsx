import type { DatasetCard } from '../../engine/start';
import { datasetAddress } from '../../session/address';
import { useDatasets } from '../../session/evidence';
import { useSession } from '../../session/part';
import { Dialog, type Opened } from '../../ui/Dialog';
import { count, megabytes, plural } from '../../ui/format';
import type { Modality } from '../../vocabulary';
import { errorWords } from '../shared/problemWords';
import { DatasetDetails } from './DatasetDetails';
import classes from './Gallery.module.css';
import { OwnData, OwnSetCard } from './OwnData';

const MODALITY: Record<Modality, string> = {
  text: 'text',
  rating: 'overall rating',
  aspects: 'aspect ratings',
};

const TERMS: Record<DatasetCard['terms'], string> = {
  'whole-texts': 'Whole texts ship.',
  'derived-only': 'No text ships: ratings, vectors and keywords only.',
};

/** The data sets that ship with the page, to choose from, and what there is to know of the present one. */
export default function Gallery(window: Opened) {
  return (
    <Dialog {...window} title="Data sets" size={640} data-testid="gallery">
      <OwnSetCard />
      <Choice />
      <OwnData />
      <DatasetDetails />
    </Dialog>
  );
}

function Choice() {
  const { answer: datasets, failure } = useDatasets();
  const current = useSession((s) => s.start?.dataset.id);
  const simulated = useSession((s) => s.history.present.length);
  if (failure)
    return (
      <p role="alert" data-testid="gallery-problem" className={classes.problem}>
        The list of data sets cannot be read: {errorWords(failure)}{' '}
        {current && 'The present one works as before.'}
      </p>
    );
  if (datasets === 'missing')
    return (
      <p className={classes.problem} data-testid="gallery-problem">
        This page has no list of data sets. {current && 'The present one works as before; '}
        <code translate="no">?dataset=…</code> in the address opens another one by name.
      </p>
    );
  if (!datasets) return <p className="soft">Reading the list…</p>;
  return (
    <>
      <ul className={`list ${classes.cards}`} aria-label="Data sets">
        {datasets.map((card) => (
          <li key={card.id}>
            <Card card={card} current={card.id === current} />
          </li>
        ))}
      </ul>
      {simulated > 0 && datasets.length > 1 && (
        <p className="soft">
          Your {plural(simulated, 'review')} belong{simulated === 1 ? 's' : ''} to this data set; the Back
          button of the browser returns to {simulated === 1 ? 'it' : 'them'}.
        </p>
      )}
    </>
  );
}

function Card({ card, current }: { card: DatasetCard; current: boolean }) {
  const { id, name, description, planted, counts, modalities, bytes, terms } = card;
  const body = (
    <>
      <span className={classes.head}>
        <strong className="ellipsis" title={name}>
          {name}
        </strong>
        <span className={`note ${classes.kind}`} data-planted={planted}>
          {planted ? 'made up, truth known' : 'real'}
        </span>
        {current && <span className={`note ${classes.mark}`}>shown now</span>}
      </span>
      <span className={classes.text}>{description}</span>
      <span className="note">
        {count(counts.interactions)} interactions · {count(counts.users)} reviewers · {count(counts.items)}{' '}
        items · {megabytes(bytes)}
      </span>
      <span className="note">
        With {modalities.map((one) => MODALITY[one]).join(', ')}. {TERMS[terms]}
      </span>
    </>
  );
  // The present one is no link: it would only throw away what was written.
  return current ? (
    <div className={classes.card} data-current="true" data-testid="dataset-card" data-dataset={id}>
      {body}
    </div>
  ) : (
    <a className={classes.card} href={datasetAddress(id)} data-testid="dataset-card" data-dataset={id}>
      {body}
    </a>
  );
}
