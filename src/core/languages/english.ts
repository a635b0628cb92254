import type { PaperBodies } from './paperBodies.ts';
import type { WrittenLanguage } from './writtenLanguage.ts';

const englishTemplates: PaperBodies = {
  summary: (cite) => `⟦What is the text about, and what does it want to show? Say it in three sentences.⟧

Every claim about the text carries the paragraph it rests on, as \`${cite}\`. Delete this line when you have read it.

## The question

What does the author want to find out, and who else has an answer to it?

## The argument, step by step

1. The first claim, in your own words.
2. What it rests on: an example, an authority, an earlier claim?
3. What follows from it.

## Words the text uses in its own sense

- The first word, and where the text explains it.

## What the text leaves open

What would a reader who agrees with all of it still want to know?
`,
  critique: (cite) => `⟦Which claim is this paper about? Put it into one sentence.⟧

Every claim about the text carries the paragraph it rests on, as \`${cite}\`; what you quote stands in quotation marks before its citation. Delete this line when you have read it.

## A fair restatement

Put the claim so that its author would say: yes, that is what I mean.

## What is right about it

What would be lost if the claim were dropped?

## Where it fails

1. The sentence you object to, and its paragraph.
2. What that sentence depends on.
3. Why that is missing, or false.

## What the author could answer

Give the best answer you can think of, not the first.

## What should take its place

If you are right, what should readers believe instead?
`,
  questions: (
    cite,
  ) => `⟦Which part of the text are we talking about, and what do we want to know when we go home?⟧

Tie every question to its passage, as \`${cite}\`, so that everybody looks at the same words. Delete this line when you have read it.

## Words

1. What does the text mean by …?

## Fair restatements

2. How would you put … so that its author would accept it?

## Objections

3. What would have to be true for … to be wrong?

## Beyond the text

4. Where have we seen this ourselves?
`,
};

/** It has everything, since it stands in for what other languages lack. */
export const english = {
  tag: 'en',
  quotationMarks: { outer: ['“', '”'], inner: ['‘', '’'] },
  listHeadings: { works: 'Works cited', passages: 'Passages cited' },
  ownTranslation: 'my translation',
  citationPrefixes: [
    'see',
    'see also',
    'cf.',
    'compare',
    'e.g.',
    'but see',
    'contra',
    'quoted in',
    'according to',
  ],
  templates: englishTemplates,
} satisfies WrittenLanguage;
