import type { CheckRequest, EntryProblem, LogCheck, SimulatedLog } from '../api';
import { fitting } from '../fitting';
import type { Catalogue } from './catalogue';
import { itemRow, personRow } from './log';
import { RequestError } from './requestError';
import { Scenario } from './scenario';

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
  new Scenario(catalogue, log, ({ entry, field, problem }) => {
    if (entry !== null) problems.push({ entry, field: field ?? '', what: problem });
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
