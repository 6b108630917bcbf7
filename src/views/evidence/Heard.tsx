import type { Evidence } from '../../engine/questions/evidence';
import { axisOf } from '../../ui/curves/scale';
import { percent, wholePercent } from '../../ui/format';
import { type Heard as Dot, deniedSentence, heardOf, listensSentence } from './behaviours';
import { Lanes } from './Lanes';
import { Panel } from './Panel';

const lineOf = ({ label, of: { value, low, high }, chance }: Dot): string =>
  `${label}: ${percent(value)} [${percent(low)}, ${percent(high)}]${chance === null ? '' : `, by chance ${percent(chance)}`}.`;

/** Whether the list follows what somebody new says, beside chance. */
export function Heard({ evidence }: { evidence: Evidence }) {
  const { kinds, rows } = heardOf(evidence);
  const head = kinds ? 'Share of list' : 'Moved the right way';
  const denied = deniedSentence(evidence);
  return (
    <Panel
      title="Does it listen?"
      said={
        rows.length > 0 ? [listensSentence(evidence), denied].filter(Boolean).join(' ') : 'Not measured yet.'
      }
      measured={
        rows.length > 0 ? { lines: rows.map(lineOf), definition: evidence.protocol.behaviours } : null
      }
      testId="evidence-heard"
    >
      {rows.length > 0 && (
        <Lanes
          caption={head}
          labelHead="What somebody new said"
          signs={[
            { name: 'measured, with its 95 % interval', color: 'var(--ink)', shape: 'disc' },
            ...(kinds ? ([{ name: 'by chance', color: 'var(--soft)', shape: 'dashed' }] as const) : []),
          ]}
          rows={rows.map(({ key, label, of, chance }) => ({ key, label, points: [{ ...of, chance }] }))}
          plots={[
            {
              head,
              remark: kinds ? 'dashed: chance' : undefined,
              axis: axisOf([0, ...rows.map(({ of }) => of.high)]),
              as: percent,
              tick: wholePercent,
            },
          ]}
        />
      )}
    </Panel>
  );
}
