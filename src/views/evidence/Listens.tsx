import type { Evidence } from '../../engine/questions/evidence';
import { says, saysInterval } from '../../ui/cell';
import { percent } from '../../ui/format';
import { Table } from '../../ui/Table';
import { listensSentence, type Question, questionsOf, ruleSentence } from './behaviours';
import classes from './Evidence.module.css';
import { Figure } from './Figure';

/** What simulated people found: whether the list follows what they say. */
export function Listens({ evidence }: { evidence: Evidence }) {
  const { behaviours, protocol, command } = evidence;
  if (!behaviours) return null;
  return (
    <Figure
      title="Does it listen?"
      reading={
        <>
          {listensSentence(evidence)} Simulated newcomers wrote reviews and asked for a list, each of every
          model that can serve somebody new. In brackets: the 95 % interval.
        </>
      }
      definition={protocol.behaviours}
      command={command}
      testId="evidence-listens"
    >
      {questionsOf(evidence).map((question) => (
        <Asked key={question.key} question={question} />
      ))}
      <p className="soft" data-testid="listens-rule">
        {ruleSentence(evidence)}
      </p>
    </Figure>
  );
}

function Asked({ question: { title, told, heads, rows, chance, none } }: { question: Question }) {
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      {none ? (
        <p className="soft">{none}</p>
      ) : (
        <>
          <p className="soft">{told}</p>
          <Table scroll={title} heads={['Model', ...heads]} full>
            <tbody>
              {rows.map(({ model, label, cells }) => (
                <tr key={model} data-row={model}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, k) =>
                    cell ? (
                      <td key={heads[k]} {...saysInterval(cell)}>
                        {percent(cell.value)} <span className="soft">{range(cell)}</span>
                      </td>
                    ) : (
                      <td key={heads[k]}>–</td>
                    ),
                  )}
                </tr>
              ))}
              {chance && (
                <tr data-row="chance">
                  <th scope="row">drawn by lot</th>
                  {chance.map((share, k) => (
                    <td key={heads[k]} {...says({ '': share })}>
                      {share === null ? '–' : percent(share)}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </Table>
        </>
      )}
    </>
  );
}

/** "[44 %, 52 %]", never broken over two lines. */
const range = ({ low, high }: { low: number; high: number }): string =>
  `[${percent(low)},\u00a0${percent(high)}]`.replaceAll(' ', '\u00a0');
