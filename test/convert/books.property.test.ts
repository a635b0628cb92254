import assert from 'node:assert/strict';
import { asHtml, asMarkdown, asText, bookOf, diceOf, furnitureOf } from './furnishedBooks.ts';
import { runs } from '../support/runs.ts';
import { imported } from './importing.ts';

const forms = { txt: asText, html: asHtml, md: asMarkdown };
const books = runs(40);

describe('import of books with the furniture of archives', function () {
  this.timeout(120_000);

  for (const [extension, form] of Object.entries(forms))
    it(`keeps every word and number of ${extension}, and nothing else`, () => {
      for (let seed = 1; seed <= books; seed++) {
        const dice = diceOf(seed);
        const book = bookOf(dice);
        const furniture = furnitureOf(dice);
        const text = form(book, furniture, dice);
        const { source, result } = imported(text, { fileName: `book.${extension}` });
        const told = `seed ${String(seed)} ${JSON.stringify(furniture)}\n${text}`;
        assert.deepEqual(
          source.passages.map(({ words }) => words?.normalised),
          book.chapters.flatMap(({ paragraphs }) => paragraphs.map((one) => one.replaceAll('_', ''))),
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
});
