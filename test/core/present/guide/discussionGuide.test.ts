import assert from 'node:assert/strict';
import { discussionGuide } from '../../../support/guides.ts';
import { speakIn } from '../../../../src/core/messages.ts';
import { french } from '../../../../src/core/spoken/spokenFrench.ts';
import { announcesQuestions } from '../../../../src/core/present/guide/questionHeadings.ts';
import { paperQuestions } from '../../../../src/core/present/guide/questions.ts';
import { paperOf } from '../../../support/fixture.ts';
import { date, remarksOn, studyWith } from './support.ts';

function guideOf(files: string): string {
  const study = studyWith(files);
  const { text } = discussionGuide(study, { date });
  assert.deepEqual(remarksOn(text, study), []);
  return text;
}

describe('the discussion guide', () => {
  afterEach(() => speakIn());

  it('gathers questions in the order of the text, each after its passages', () => {
    const text = guideOf(`=== papers/a.analysis.md
---
title: About Light
author: [Ada Ames]
---

# Introduction

- Not a question, but an item [@tale, ¶ 1].

# Questions for discussion

1. Who lost the road
   before [@tale, ¶ 5]?
2. Why does he share it [@tale, ¶ 3]?
   - Does he?
3. What is this about?

# Sources

- None [@tale, ¶ 2].

=== papers/b.analysis.md
---
title: Fragen zum ersten Abend
---

- [x] Settled [@tale, ¶ 1]?
- [ ] Was ist eine Mühle [@tale, ¶ 2; @masswork, ¶ 8]?
- What did it cost [@tale, n. 1]?
- And the whole part [@tale, sec. 1]?
`);
    assert.equal(
      text.replace(/: \*[^*\n]+\*$/gm, ': *gist*'),
      `---
title: Discussion guide
date: 2026-11-23
genre: discussion guide
lang: en
---

6 open questions from 2 papers, in the order of the text.

## The Lamp

> The miller lit it every evening.
>
> — [@tale, ¶ 2]

[@masswork, ¶ 8]: *gist*

**1.** Was ist eine Mühle [@tale, ¶ 2; @masswork, ¶ 8]?

— *Fragen zum ersten Abend*

[@tale, sec. 1]: (1) The Miller, ¶ 2–4

**2.** And the whole part [@tale, sec. 1]?

— *Fragen zum ersten Abend*

> He who has light shall share it.
>
> — [@tale, ¶ 3]

**3.** Why does he share it [@tale, ¶ 3]?
- Does he?

— Ada Ames, *About Light*

> It cost two coins.
>
> — [@tale, n. 1]

**4.** What did it cost [@tale, n. 1]?

— *Fragen zum ersten Abend*

> Nobody lost the road again.
>
> — [@tale, ¶ 5]

**5.** Who lost the road
before [@tale, ¶ 5]?

— Ada Ames, *About Light*

## On no passage

**6.** What is this about?

— Ada Ames, *About Light*
`,
    );
  });

  it('takes headings that ask, with what stands below them', () => {
    const study = studyWith(`# Open questions

## What is a lamp?

It stands in a window [@tale, ¶ 1].

- one
- two

## Words

- The mill?

# Conclusion

- Nothing?
`);
    const paper = paperOf(study);
    const asked = paperQuestions(paper).map(({ lines }) =>
      lines.map(({ start, end }) => paper.text.slice(start, end)).join('\n'),
    );
    assert.deepEqual(asked, [
      'What is a lamp?\n\nIt stands in a window [@tale, ¶ 1].\n\n- one\n- two',
      'The mill?',
    ]);
  });

  it('cites as the language of the guide does where papers have several', () => {
    speakIn(french);
    const text = guideOf(`=== papers/a.analysis.md
---
title: On light
lang: en
---

# Questions for discussion

- Who lost the road [@tale, ¶ 5]?

=== papers/b.analysis.md
---
title: Sur la lumière
lang: fr
---

# Questions

- Pourquoi la partage-t-il [@tale, § 3] ?
`);
    assert.match(text, /^lang: fr$/m);
    assert.match(text, /Who lost the road \[@tale, § 5\]\?/u);
    assert.match(text, /Pourquoi la partage-t-il \[@tale, § 3\] \?/u);
    assert.equal(text.match(/^> — \[@tale, § [35]\]$/gmu)?.length, 2);
    assert.doesNotMatch(text, /¶/);
  });

  it('knows headings that announce questions, in several languages, and no others', () => {
    const yes = [
      'Questions for discussion',
      '3. Questions',
      '(iv) OPEN QUESTIONS',
      'Questions for the third evening',
      'What I could not settle',
      'What the text leaves open',
      'Fragen zur Diskussion',
      'Questions à discuter',
      'Preguntas para el debate',
      'Вопросы',
      'Questões em aberto',
      'Cuestiones pendientes',
      'Domande aperte',
      'Öppna frågor',
      '讨论问题',
    ];
    const no = [
      'The question of power',
      'Questionable claims',
      'Questions remain',
      'Frageformen',
      '',
      'Questions?',
    ];
    assert.deepEqual(
      yes.filter((heading) => !announcesQuestions(heading)),
      [],
    );
    assert.deepEqual(no.filter(announcesQuestions), []);
  });

  it('asks what notes ask that are open, and which words are in dispute', () => {
    const note = (id: string, exact: string, more: object): object => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${id}`,
      type: 'Annotation',
      motivation: 'questioning',
      creator: { type: 'Person', name: 'Ben Blok' },
      created: '2026-03-04T10:00:00Z',
      body: { type: 'TextualBody', value: 'Which @road, and “who has light shall not share it all”?' },
      target: {
        source: 'urn:x-pilcrow:source:tale',
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
      },
      ...more,
    });
    const items = [
      note('1', 'Nobody lost the road again.', {}),
      note('2', 'The miller lit it every evening.', { motivation: 'commenting' }),
      note('3', 'A lamp stood in the window of the mill.', { 'pilcrow:state': 'resolved' }),
    ];
    const text = guideOf(`=== notes/tale.jsonld
${JSON.stringify(items)}

=== glossary.md
## oil

Defined at: [@tale, ¶ 4]

What burns.

=== papers/a.analysis.md
---
title: Burning
---

By *oil* is meant water [@tale, ¶ 5].
`);
    assert.match(
      text,
      /^2 open questions from 1 paper, 1 of them asked in notes, in the order of the text\.$/m,
    );
    assert.match(text, /> — \[@tale, ¶ 5\]\n\n\*\*1\.\*\* Which .*road.*\n\n— Ben Blok\n/);
    assert.match(
      text,
      /## Words in dispute\n\n\*\*2\.\*\* What do we mean by this word\? The glossary says that .*oil/,
    );
  });

  it('has no findings, whatever the papers have', () => {
    const text = guideOf(`# Questions

1. Who is @nobody, and what does [@tale, ¶ 12] say of [@tale, par. 3]?
2. “The miller lit it every second evening” [@tale, ¶ 2]: is that so?
3. Is a [flurb]{.term} meant[^1], “and does nobody ever lose the road again” there?
4. > He who has light shall never share it.
   >
   > — [@tale, ¶ 3]

   True?
5. See the [list](../nowhere.md), and [@tale] as a whole.

[^1]: A note.
`);
    assert.match(text, /Who is &#64;nobody, and what does \\\[&#64;tale, ¶ 12\\\]/);
    assert.equal(text.match(/^\*\*\d\.\*\*/gm)?.length, 5);
  });

  it('leaves out guides, and gathers from one source alone where it is asked to', () => {
    const study = studyWith(`# Questions

- One [@tale, ¶ 1]?
- Two [@masswork, ¶ 1; @tale, ¶ 2]?
`);
    const { text, questions } = discussionGuide(study, { date, key: 'masswork' });
    assert.equal(questions, 1);
    assert.match(text, /## Mass Work/);
    const again = studyWith(`=== papers/guide.analysis.md\n${text}`);
    assert.deepEqual(discussionGuide(again, { date }), { text: '', questions: 0 });
  });
});
