import assert from 'node:assert/strict';
import {
  asHtml,
  asMarkdown,
  asText,
  bookOf,
  diceOf,
  furnitureOf,
  type Book,
  type Dice,
} from './furnishedBooks.ts';
import { verify } from '../core/quotations/support.ts';
import { runs } from '../support/runs.ts';
import { imported } from './importing.ts';

const forms = { txt: asText, html: asHtml, md: asMarkdown };
const books = runs(15);

/** The paragraphs as a reader sees them. */
function paragraphsOf({ chapters }: Book): string[] {
  return chapters.flatMap(({ paragraphs }) => paragraphs.map((one) => one.replaceAll('_', '')));
}

/** A word that the end of a page divides may have a hyphen of its own there. */
function withoutHyphens(words: string): string {
  return words.replaceAll('-', '');
}

/** Some words in a row from a paragraph. */
function excerptOf(paragraph: string, dice: Dice): string[] {
  const words = paragraph.split(' ');
  const length = Math.min(words.length, 4 + dice(30));
  const start = dice(words.length - length + 1);
  return words.slice(start, start + length);
}

describe('import of books with the furniture of archives', function () {
  this.timeout(120_000);

  for (const [extension, form] of Object.entries(forms))
    it(`keeps every word and number of ${extension}, and nothing else`, async () => {
      for (let seed = 1; seed <= books; seed++) {
        const dice = diceOf(seed);
        const book = bookOf(dice);
        const furniture = furnitureOf(dice);
        const text = form(book, furniture, dice);
        const { source, result } = await imported(text, { fileName: `book.${extension}` });
        const told = `seed ${String(seed)} ${JSON.stringify(furniture)}\n${text}`;
        assert.deepEqual(
          source.passages.map(({ words }) => withoutHyphens(words?.normalised ?? '')),
          paragraphsOf(book).map(withoutHyphens),
          told,
        );
        const titles = source.headings.map((heading) =>
          heading.text.toLowerCase().replace(/^chapter [iv]+\.? /, ''),
        );
        assert.deepEqual(
          titles,
          book.chapters.map(({ title }) => title.toLowerCase()),
          told,
        );
        const why = new Set(result.dropped.map((one) => one.why.id));
        const isLeft = furniture.licence || furniture.contents || (furniture.links && extension !== 'txt');
        assert.equal(why.size > 0, isLeft || (furniture.pages === 'feeds' && why.size > 0), told);
        if (furniture.licence) assert.ok(why.has('importing.licence'), told);
        if (furniture.contents) assert.ok(why.has('importing.contents'), told);
        for (const { line, endLine } of result.dropped)
          assert.ok(line >= 1 && endLine >= line && endLine <= text.split('\n').length, told);
      }
    });

  for (const [extension, form] of Object.entries(forms))
    it(`leaves quotations from ${extension} verbatim, and none with another word`, async () => {
      for (let seed = 1; seed <= books; seed++) {
        const dice = diceOf(seed);
        const book = bookOf(dice);
        const text = form(book, furnitureOf(dice), dice);
        const { markdown } = (await imported(text, { fileName: `book.${extension}` })).result;
        const source = { 'sources/book.md': markdown.replace(/^id: .*$/mu, 'id: book') };
        const quoted = paragraphsOf(book).flatMap((paragraph, at) =>
          [1, 2, 3].map(() => ({ number: at + 1, words: excerptOf(paragraph, dice) })),
        );
        const statuses = (write: (words: readonly string[]) => string): string[] => {
          const paper = quoted
            .map(({ number, words }) => `It says “${write(words)}” [@book, ¶ ${String(number)}].`)
            .join('\n\n');
          return verify(paper, source).results.map(
            ({ status }, at) => `${status} ${write(quoted[at]?.words ?? [])}`,
          );
        };
        const told = `seed ${String(seed)}\n${text}\n${markdown}`;
        const right = statuses((words) => words.join(' ')).filter((one) => !one.startsWith('verbatim'));
        assert.deepEqual(right, [], told);
        const place = dice(100);
        const changed = (words: readonly string[]): string =>
          words
            .map((word, at) =>
              at === 1 + (place % (words.length - 2)) ? (word === 'river' ? 'tower' : 'river') : word,
            )
            .join(' ');
        assert.deepEqual(
          statuses(changed).filter((one) => one.startsWith('verbatim')),
          [],
          told,
        );
      }
    });
});
