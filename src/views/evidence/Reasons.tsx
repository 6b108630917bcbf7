import type { Evidence } from '../../engine/questions/evidence';
import { axisOf } from '../../ui/curves/scale';
import { fixed, numberWord } from '../../ui/format';
import { Lanes } from './Lanes';
import { intervalText } from './metrics';
import { Panel } from './Panel';
import { placesText, reasonsSentence } from './sentences';

/** Whether an item stands on a list for the words that are named. */
export function Reasons({ evidence: { faithfulness, protocol } }: { evidence: Evidence }) {
  const list = faithfulness?.list;
  if (!list)
    return (
      <Panel
        title="Are the reasons true?"
        said="Not measured yet."
        measured={null}
        testId="evidence-reasons"
      />
    );
  const words = numberWord(list.words).toLowerCase();
  const rows = [
    { key: 'heaviest', label: `Its ${words} reasons`, point: list.heaviest },
    { key: 'random', label: `${numberWord(list.words)} others`, point: list.random },
  ];
  const head = 'Places that a pick falls';
  return (
    <Panel
      title="Are the reasons true?"
      said={reasonsSentence(faithfulness)}
      measured={{
        lines: rows.map(
          ({ label, point }) => `${label}: ${fixed(point.value, 1)} places ${intervalText(point, 1)}.`,
        ),
        definition: protocol.faithfulness,
      }}
      testId="evidence-reasons"
    >
      <Lanes
        caption={head}
        labelHead="Words taken away"
        signs={[{ name: 'measured, with its 95 % interval', color: 'var(--ink)', shape: 'disc' }]}
        rows={rows.map(({ key, label, point }) => ({ key, label, points: [point] }))}
        plots={[
          {
            head,
            centre: 'median',
            axis: axisOf([0, ...rows.map(({ point }) => point.high)]),
            as: placesText,
            tick: placesText,
          },
        ]}
      />
    </Panel>
  );
}
