import type { DatasetCard } from '../../engine/start';
import { datasetAddress } from '../../session/address';
import { useDatasets } from '../../session/evidence';
import { count, megabytes } from '../../ui/format';
import classes from './Start.module.css';

const TERMS: Readonly<Record<DatasetCard['terms'], string>> = {
  'whole-texts': 'All texts are shown.',
  'derived-only': 'No review text is shown.',
};

/** The sets that are not made up, as links. */
export function RealData() {
  const { answer } = useDatasets();
  if (!answer || answer === 'missing') return null;
  const real = answer.filter(({ planted }) => !planted);
  return (
    <section className={classes.real} aria-labelledby="start-real">
      <h2 id="start-real">The same with real data</h2>
      <ul>
        {real.map(({ id, name, about, description, counts, bytes, terms }) => (
          <li key={id}>
            <a href={datasetAddress(id)}>
              <strong>{name}</strong>
              <span className="note">
                {about ?? description} {count(counts.interactions)} reviews of {count(counts.items)}{' '}
                {name.toLowerCase()}, {megabytes(bytes)}. {TERMS[terms]}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
