import { Button, Group } from '@mantine/core';
import { isOfKind } from '../../engine/engineError';
import { addressFor, datasetAddress, datasetOf } from '../../session/address';
import { useDatasets } from '../../session/evidence';
import { lessonIn } from '../../session/lessonAddress';
import { playIn } from '../../session/playAddress';
import type { Failure } from '../../session/session';
import { Fold } from '../../ui/Fold';
import { errorWords, isNotOnServer } from './problemWords';

interface Asked {
  readonly id: string;
  /** What the list of the page calls it; null where it is not in there. */
  readonly listed: string | null;
  /** What the server said of which file. */
  readonly detail: string;
}

/**
 * The data set that the address asks for, where nothing of it was found. One that is not in the list of the page, or one that
 * is, but was not put on the server. What is there and damaged is another matter, and so is one that only another browser has:
 * they say so themselves.
 */
export function useNoSuchDataset({ of, error }: Failure): Asked | null {
  const { answer } = useDatasets();
  if (of !== 'start' || !isOfKind(error, 'data')) return null;
  const { file, problem } = error.why;
  if (file !== 'manifest.json' || !Array.isArray(answer)) return null;
  const id = datasetOf(window.location);
  const listed = answer.find((one) => one.id === id)?.name ?? null;
  // Of a set that the page does not know it is the same whatever the server said.
  return isNotOnServer(problem) || (listed === null && problem.is === 'unfetched')
    ? { id, listed, detail: errorWords(error) }
    : null;
}

/** Says that a data set is not here, and offers those that are. A lesson is about one of them: another would not do. */
export function NoSuchDataset({ asked: { id: asked, listed, detail } }: { readonly asked: Asked }) {
  const { answer } = useDatasets();
  const lesson = lessonIn(window.location) !== null;
  const inPlay = playIn(window.location) !== null;
  const sets = Array.isArray(answer) ? answer.filter(({ id }) => id !== asked) : [];
  return (
    <section className="card alone" role="alert" data-testid="no-dataset">
      <h2>
        {listed === null
          ? `There is no data set “${asked}” here`
          : `The data set “${listed}” is not on this server`}
      </h2>
      {listed !== null && (
        <p>Its files are not where the page looks for them. Whoever runs this server can put them there.</p>
      )}
      <p>
        {lesson
          ? 'This lesson asks for it, and cannot be shown without it. Ask whoever gave you the link; or look at a data set that is here:'
          : listed === null
            ? 'The address asks for it. These are here:'
            : 'Until then, choose another data set:'}
      </p>
      <Group gap="sm">
        {sets.map(({ id, name }) => (
          <Button
            key={id}
            size="sm"
            component="a"
            href={lesson ? `?dataset=${id}` : inPlay ? addressFor({ dataset: id }, '') : datasetAddress(id)}
          >
            {name}
          </Button>
        ))}
      </Group>
      {listed !== null && (
        <Fold summary="How?">
          <p>{detail}</p>
        </Fold>
      )}
    </section>
  );
}
