import { counted } from './messageWords.ts';

/** What is written into the documents that Pilcrow makes: the discussion guide and the handout of the glossary. */
export const madeDocuments = {
  'guide.title': 'Discussion guide',
  'guide.opening': ({ questions, papers, notes }: { questions: number; papers: number; notes: number }) => {
    const from = papers > 0 ? ` from ${counted(papers, 'paper')}` : '';
    const asked = notes > 0 ? `, ${String(notes)} of them asked in notes` : '';
    return `${counted(questions, 'open question')}${from}${asked}, in the order of the text.`;
  },
  'guide.disputed': 'Words in dispute',
  'guide.homeless': 'On no passage',
  'guide.whatIsMeant': 'What do we mean by this word?',

  'handout.also': '*Also:* {$aliases}',
  'handout.seeAlso': '*See also:* {$terms}',
  'handout.in': '*In* {$title}*:*',
  'handout.definedAt': 'Defined at {$citation}.',
  'handout.definedAs': 'Defined at {$citation}: *{$gist}*',
} as const;
