import type { Catalogue } from '../core/catalogue';
import { RequestError } from '../core/requestError';
import { itemRow, personRow } from '../core/rows';
import { Scenario } from '../core/scenario';
import { fitting } from '../fitting';
import type { EntryProblem, SimulatedLog } from '../simulatedLog';
import { question } from './question';

/** Logs to be looked through, each on its own; person, item and moment belong to the first. */
export interface CheckRequest {
  readonly logs: readonly SimulatedLog[];
  readonly person: string | null;
  readonly item: string | null;
  readonly at: string | null;
}

export interface LogCheck {
  /** Of each log all entries that cannot be taken, in their order, those included that rest on one of them. */
  readonly problems: readonly (readonly EntryProblem[])[];
  /** Whether there is somebody of that name; true where none was named, as for the others. */
  readonly person: boolean;
  readonly item: boolean;
  /** Whether what can be taken of the first log has the moment. */
  readonly at: boolean;
}

/** What a data set cannot take, all at once. Never superseded, and answered without the model. */
export const check = question<CheckRequest, LogCheck>({
  answer: ({ catalogue }, request) => checkLogs(catalogue, request),
});

/** Says of logs, and of what is chosen beside the first, all that a data set cannot take. */
export function checkLogs(catalogue: Catalogue, { logs, person, item, at }: CheckRequest): LogCheck {
  const problems = logs.map((log) => problemsOf(catalogue, log));
  const [first = []] = logs;
  const scenario = new Scenario(catalogue, fitting(first, problems[0] ?? []));
  const row = at === null ? undefined : scenario.rowOf(at);
  return {
    problems,
    person: person === null || holds(() => personRow(catalogue, scenario.newPeople, person, 'person')),
    item: item === null || holds(() => itemRow(catalogue, item, 'item')),
    at: at === null || (row !== undefined && scenario.order.includes(row)),
  };
}

/** What is left out is as if it had never been there: what rests on it is a problem too. */
function problemsOf(catalogue: Catalogue, log: SimulatedLog): EntryProblem[] {
  const problems: EntryProblem[] = [];
  new Scenario(catalogue, log, ({ why: { entry, field, problem } }) => {
    if (entry !== null) problems.push({ entry, field, what: problem });
  });
  return problems;
}

function holds(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof RequestError) return false;
    throw error;
  }
}
