/**
 * Command lines that the help of each command ends with, by the name of the command. They are the same in every language: what they
 * name is in the sample.
 */
import { tableOf } from '../core/text.ts';

export const examples = tableOf<readonly string[]>({
  check: [
    'pilcrow check',
    'pilcrow check papers/first-reading.analysis.md --fix',
    'pilcrow check --format sarif > pilcrow.sarif',
    'pilcrow check - --stdin-filename papers/first-reading.analysis.md < draft.md',
    'pilcrow check . --shard 2/5 --report part-2.report',
  ],
  'report merge': ['pilcrow report merge part-*.report --format sarif > pilcrow.sarif'],
  list: [
    'pilcrow list citations',
    'pilcrow list terms --term paraphrase --sort next',
    'pilcrow list quotations --format csv',
  ],
  glossary: ['pilcrow glossary --out handout.md'],
  coverage: ['pilcrow coverage reading', 'pilcrow coverage reading --uncited'],
  migrate: ['pilcrow migrate reading reading-second', 'pilcrow migrate reading reading-second --write'],
  guide: ['pilcrow guide --date 2026-12-01 --out guide.analysis.md'],
  bibliography: ['pilcrow bibliography --out works.json', 'pilcrow bibliography --to biblatex'],
  export: [
    'pilcrow export papers/first-reading.analysis.md --to docx',
    'pilcrow export papers --to html --out pages',
  ],
  site: ['pilcrow site', 'pilcrow site --out pages'],
  'notes export': ['pilcrow notes export reading --format markdown'],
  'notes import': ['pilcrow notes import annotations.json'],
  'notes place': ['pilcrow notes place', 'pilcrow notes place reading --write'],
  'notes merge': ['pilcrow notes merge base.json ours.json theirs.json'],
  align: ['pilcrow align evenings evenings-fr', 'pilcrow align evenings evenings-fr --write'],
  import: ['pilcrow import essay.pdf', 'pilcrow import letter.docx --key letter --yes --comments'],
  init: ['pilcrow init our-group --title "Tuesday reading group"'],
  'edition freeze': ['pilcrow edition freeze reading'],
  'edition verify': ['pilcrow edition verify'],
  checks: ['pilcrow checks', 'pilcrow checks quotation/altered'],
  completion: ['pilcrow completion bash > ~/.local/share/bash-completion/completions/pilcrow'],
  lsp: ['pilcrow lsp --stdio'],
});
