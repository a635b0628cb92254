import type { Pilcrow } from './feature.ts';
import type { RowQuestions } from './viewTree.ts';

/** What the Terms view asks for its rows: the uses of a term in the chosen order, and its meaning as a tooltip. */
export function termRowQuestions({ server, papers, termsOrder }: Pilcrow): Required<RowQuestions> {
  return {
    tooltipOf: async ({ id, kind }) =>
      kind === 'term' ? server.request('pilcrow/termTooltip', { ...papers.study, row: id }) : null,
    childrenOf: ({ id }) =>
      server.request('pilcrow/termUses', { ...papers.study, row: id, order: termsOrder.current }),
  };
}
