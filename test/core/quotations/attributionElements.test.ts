import assert from 'node:assert/strict';
import { verify } from './support.ts';

const song = [
  '---\nid: song\n---',
  'The first light.',
  'Whoever fills the lamp has the morning in her hand, and nobody else.',
].join('\n\n');
const words = 'fills the lamp has the morning';

function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/song.md': song }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text}`,
  );
}

describe('elements that say where a block quotation is from', () => {
  const attributed: readonly string[] = [
    `<blockquote>${words}<footer>[@song, ¶ 2]</footer></blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<footer>Nora Quill [@song, ¶ 2]</footer>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<footer>Nora Quill, <cite>The Lamp Song</cite>, as printed [@song, ¶ 2]</footer>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<footer>— <cite>Nora Quill [@song, ¶ 2]</cite></footer>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<footer><p>Nora Quill [@song, ¶ 2]</p></footer>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<cite>Nora Quill [@song, ¶ 2]</cite>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<cite>Nora Quill</cite> [@song, ¶ 2]\n</blockquote>`,
    `<blockquote>\n<p>${words} <cite>Nora Quill [@song, ¶ 2]</cite></p>\n</blockquote>`,
    `<blockquote>\n<p>${words}</p>\n<footer>Nora Quill</footer></blockquote>\n\n[@song, ¶ 2]`,
    `<blockquote>\n\n${words}\n\n<footer>Nora Quill [@song, ¶ 2]</footer>\n\n</blockquote>`,
    `<blockquote>\n\n${words}\n\n<cite>Nora Quill [@song, ¶ 2]</cite>\n\n</blockquote>`,
    `> ${words}\n>\n> <footer>Nora Quill, <cite>Songs</cite>, there [@song, ¶ 2]</footer>`,
    `> ${words}\n>\n> <cite>Nora Quill</cite> [@song, ¶ 2]`,
    `> ${words}\n> <footer>Nora Quill [@song, ¶ 2]</footer>`,
    `> ${words}\n> <cite>Nora Quill [@song, ¶ 2]</cite>`,
    `> ${words}\n> <cite>Nora Quill</cite>, [@song, ¶ 2]`,
    `<blockquote>\n<p>${words}</p>\n</blockquote>\n<footer>Nora Quill [@song, ¶ 2]</footer>`,
    `<blockquote>\n<p>${words}</p>\n</blockquote>\n<cite>Nora Quill [@song, ¶ 2]</cite>`,
    `<blockquote>\n<p>${words}</p>\n</blockquote>\n\n<footer>Nora Quill, <cite>Songs</cite> [@song, ¶ 2]</footer>`,
    `> ${words}\n\n<footer>Nora Quill [@song, ¶ 2]</footer>\n\nNobody else.`,
    `> ${words}\n\n<cite>Nora Quill [@song, ¶ 2]</cite>`,
    `<figure><blockquote>${words}</blockquote><figcaption>Nora Quill [@song, ¶ 2]</figcaption></figure>`,
  ];
  for (const paper of attributed)
    it(`are not quoted: ${JSON.stringify(paper)}`, () =>
      assert.deepEqual(quotationsOf(paper), [`verbatim ${words}`]));

  it('are compared no less: another word before them is altered', () => {
    for (const paper of attributed)
      assert.match(quotationsOf(paper.replace('lamp has', 'kettle has')).join(), /^altered [^,]*$/u, paper);
  });

  const titles: readonly string[] = [
    `<blockquote><p>${words} in <cite>The Lamp Song</cite></p>[@song, ¶ 2]</blockquote>`,
    `> ${words} in <cite>the hand</cite> [@song, ¶ 2]`,
    `> <cite>The Lamp Song</cite> ${words} [@song, ¶ 2]`,
    `> ${words}\n>\n> <cite>The Lamp</cite> has another evening [@song, ¶ 2]`,
    `> ${words}\n> <cite>The Lamp</cite> has another evening [@song, ¶ 2]`,
  ];
  for (const paper of titles)
    it(`are quoted as titles among other words: ${JSON.stringify(paper)}`, () =>
      assert.match(quotationsOf(paper).join(), /^(?:altered|not-found) /u));
});

describe('what the writer says of a block quotation', () => {
  const attributed: readonly string[] = [
    `> ${words} (@song [¶ 2])`,
    `> ${words} (see [@song, ¶ 2], and so on).`,
    `> ${words}\n>\n> (Nora Quill, [@song, ¶ 2])`,
    `> ${words}\n> (cf. @song [¶ 2])`,
    `> ${words} *(Quill (ed.), [@song, ¶ 2])*`,
    `> ${words}\n>\n> Source: [@song, ¶ 2]`,
    `> ${words}\n> From @song [¶ 2].`,
    `> ${words}\n>\n> Quelle: [@song, ¶ 2]`,
    `> ${words}\n>\n> d’après @song [¶ 2]`,
    `> ${words} (my emphasis) [@song, ¶ 2]`,
    `> ${words} (My emphasis.) [@song, ¶ 2]`,
    `> ${words} [@song, ¶ 2] (emphasis added)`,
    `> ${words} [@song, ¶ 2], Hervorhebung von mir.`,
    `> ${words} [@song, ¶ 2] (c’est moi qui souligne)`,
    `> ${words} [@song, ¶ 2] (cursivas mías)`,
  ];
  for (const paper of attributed)
    it(`is not quoted: ${JSON.stringify(paper)}`, () => {
      assert.deepEqual(quotationsOf(paper), [`verbatim ${words}`]);
      assert.match(quotationsOf(paper.replace('lamp has', 'kettle has')).join(), /^altered [^,]*$/u, paper);
    });

  const quoted: readonly string[] = [
    `> ${words} (and nobody else) [@song, ¶ 2]`,
    `> fills the lamp (see [@song, ¶ 2]) has the morning`,
    `> ${words}\n>\n> from the yard [@song, ¶ 2]`,
    `> ${words}\n>\n> From @song [¶ 2] they sing`,
  ];
  for (const paper of quoted)
    it(`is quoted where it may be the source's: ${JSON.stringify(paper)}`, () =>
      assert.match(quotationsOf(paper).join(), /^(?:altered|not-found) /u));
});
