import { apply, type Equation, operand, over, the, total } from './tree';

/** Figures over the test part, docs/ARCHITECTURE.md#checks: means of what each rating, or each person, comes to. */

const ERROR = operand('error', 'e', ['held-out']);
const COUNT = operand('held-out-count', 'n');
const named = (id: string, letter: string) => operand(id, String.raw`\mathrm{${letter}}`);
const mean = (letter: string): Equation => ({
  of: named('mean', letter),
  tree: over(total('people', the(operand('of-person', 'g', ['people']))), the(operand('people', '|U|'))),
});

export const METRICS = {
  mae: {
    of: named('mae', 'MAE'),
    tree: over(total('held-out', apply('magnitude', the(ERROR))), the(COUNT)),
  },
  rmse: {
    of: named('rmse', 'RMSE'),
    tree: apply('sqrt', over(total('held-out', apply('square', the(ERROR))), the(COUNT))),
  },
  ndcg10: mean('NDCG@10'),
  catalogueNdcg10: mean('NDCG@10'),
  catalogueRecall10: mean('recall@10'),
  coverage10: {
    of: named('coverage', 'coverage@10'),
    tree: over(
      the(operand('shown', String.raw`\big\lvert \bigcup_u \mathrm{top}_{10}(u) \big\rvert`)),
      the(operand('all', '|I|')),
    ),
  },
} satisfies Record<string, Equation>;
