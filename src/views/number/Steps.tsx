import type { OpenedNumber } from '../../engine/openedNumber';
import { plural, scientific, significant } from '../../ui/format';
import { OUTERS, sumOf } from '../shared/arithmetic';
import classes from './Number.module.css';

interface Step {
  readonly name: string;
  readonly formula: string;
  readonly value: number;
}

/** From the sum of the terms to the number. The last step ends in what the formula gives. */
function stepsOf({ terms, divisor, outer, recomputed }: OpenedNumber): Step[] {
  const sum = sumOf(terms);
  const steps: Step[] = [{ name: `Sum of ${plural(terms.length, 'term')}`, formula: '', value: sum }];
  let value = sum;
  if (divisor) {
    const below = sumOf(divisor);
    value = sum / below;
    steps.push({ name: 'Divided', formula: `${significant(sum)} ÷ ${significant(below)}`, value });
  }
  if (outer)
    steps.push({ name: 'In the end', formula: OUTERS[outer](significant(value)), value: recomputed });
  return steps;
}

/** The last steps of the formula, and how it compares with what the engine had. */
export function Steps({ opened }: { opened: OpenedNumber }) {
  const { value, recomputed } = opened;
  const difference = Math.abs(recomputed - value);
  return (
    <>
      <dl className={classes.steps}>
        {stepsOf(opened).map((step) => (
          <div key={step.name}>
            <dt>{step.name}</dt>
            <dd>
              {step.formula && `${step.formula} = `}
              <strong>{significant(step.value)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft" data-testid="recomputed" data-value={recomputed}>
        Worked out again from these operands: {significant(recomputed)};{' '}
        {difference === 0 ? 'no difference' : `difference ${scientific(difference, 0)}`}.
      </p>
    </>
  );
}
