import type { Step } from '../../lessons/lesson';
import { fixed } from '../../ui/format';
import { onPaper } from '../shared/formulaText';
import { Blank, Line, NotHere } from './Line';
import classes from './Sheet.module.css';
import type { Sheet } from './sheet';

/** Digits of the operands: one more than are asked for in the end. */
const DIGITS = 4;
const operand = (value: number): string => (Number.isInteger(value) ? `${value}` : fixed(value, DIGITS));

interface Props extends Sheet {
  readonly checks: NonNullable<Step['check']>;
}

/** Numbers to be worked out: the formula, its operands as the model has them, and room for the working and the result. */
export const SheetChecks = ({ checks, ...sheet }: Props) => (
  <ul className={classes.checks}>
    {checks.map(({ label, value, digits = 3 }) => {
      const live = sheet.values[value];
      const paper = live?.opened ? onPaper(live.opened, operand) : null;
      return (
        <li key={label} data-check={value} data-whole={paper !== null}>
          {paper && (
            <span className={classes.formula} translate="no">
              {paper.symbols}, with{' '}
              {paper.operands.map(({ symbol, value: of }) => `${symbol} = ${of}`).join(', ')}
            </span>
          )}
          <span className={paper && !sheet.isKey ? classes.working : undefined}>
            {paper && !sheet.isKey && (
              <span className={classes.workLine} data-working>
                Working
              </span>
            )}
            <span>
              <Line text={label} {...sheet} filled /> ={' '}
              {!sheet.isKey ? (
                <Blank />
              ) : live && typeof live.value === 'number' ? (
                <strong>{fixed(live.value, digits)}</strong>
              ) : (
                <NotHere />
              )}
            </span>
          </span>
        </li>
      );
    })}
  </ul>
);
