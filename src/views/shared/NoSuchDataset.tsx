import { Button, Group } from '@mantine/core';
import { isOfKind } from '../../engine/engineError';
import { addressFor, datasetAddress, datasetOf } from '../../session/address';
import { useDatasets } from '../../session/evidence';
import { lessonIn } from '../../session/lessonAddress';
import { playIn } from '../../session/playAddress';
import type { Failure } from '../../session/session';

/**
 * The data set that the address asks for, where nothing of it was found and the page has a list in which it is not. What is
 * there and damaged is another matter, and so is one that only another browser has: they say so themselves.
 */
export function useNoSuchDataset({ of, error }: Failure): string | null {
  const { answer } = useDatasets();
  if (of !== 'start' || !isOfKind(error, 'data')) return null;
  const { file, problem } = error.why;
  if (file !== 'manifest.json' || !NOTHING_FOUND.has(problem.is)) return null;
  const asked = datasetOf(window.location);
  return Array.isArray(answer) && answer.every(({ id }) => id !== asked) ? asked : null;
}

/** What is wrong with it where a server has no such folder: some answer with a page. */
const NOTHING_FOUND: ReadonlySet<string> = new Set(['unfetched', 'web-page']);

/** Says that a data set is not here, and offers those that are. A lesson is about one of them: another would not do. */
export function NoSuchDataset({ asked }: { readonly asked: string }) {
  const { answer } = useDatasets();
  const lesson = lessonIn(window.location) !== null;
  const inPlay = playIn(window.location) !== null;
  const sets = Array.isArray(answer) ? answer : [];
  return (
    <section
      className="card"
      role="alert"
      data-testid="no-dataset"
      style={{ maxWidth: 640, margin: '24px auto' }}
    >
      <h2>There is no data set “{asked}” here</h2>
      <p>
        {lesson
          ? 'This lesson asks for it, and cannot be shown without it. Ask whoever gave you the link; or look at a data set that is here:'
          : 'The address asks for it. These are here:'}
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
    </section>
  );
}
