import { Button } from '@mantine/core';
import { IconFileCheck, IconFileText } from '@tabler/icons-react';
import type { LessonCard } from '../../lessons/loadIndex';
import { sheetAddress } from '../../session/lessonAddress';

type Props = Pick<LessonCard, 'id' | 'dataset' | 'title'>;

/** What there is to print of a lesson. */
export function Papers({ id, dataset, title }: Props) {
  const of = (key: boolean) => sheetAddress(window.location.href, { id, dataset, key });
  return (
    <>
      <Button
        size="md"
        component="a"
        href={of(false)}
        leftSection={<IconFileText size={18} aria-hidden="true" />}
        aria-label={`Worksheet: ${title}`}
      >
        Worksheet
      </Button>
      <Button
        size="md"
        component="a"
        href={of(true)}
        leftSection={<IconFileCheck size={18} aria-hidden="true" />}
        aria-label={`Key: ${title}`}
      >
        Key
      </Button>
    </>
  );
}
