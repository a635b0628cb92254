/**
 * The same papers as other people would write them: each way changes marks, blocks or line ends of a paper of the corpus, and
 * leaves its words and citations; some change words of quotations, too, and so what is found.
 */
export const waysOfWriting: Readonly<Record<string, (paper: string) => string>> = {
  'straight marks': (paper) => paper.replace(/[“”]/g, '"'),
  guillemets: (paper) => paper.replaceAll('“', '« ').replaceAll('”', ' »'),
  'single marks': (paper) => paper.replaceAll('“', '‘').replaceAll('”', '’'),
  'German marks': (paper) => paper.replaceAll('“', '„').replaceAll('”', '“'),
  'CR LF': (paper) => paper.replaceAll('\n', '\r\n'),
  'lines of 78': inProse((block) => wrapped(block, 78)),
  'an address in pointed brackets': inEach(20, (block) => `${block} See <https://example.org/a>.`),
  'a bare address': inEach(Infinity, (block) => `${block} See https://example.org/a for more.`),
  'a comment': inEach(Infinity, (block) => `${block}\n\n<!-- still to be checked -->`),
  'a suppression': inEach(
    Infinity,
    (block) => `<!-- pilcrow-ignore quotation/altered: first printing -->\n\n${block}`,
  ),
  'a table': inEach(
    Infinity,
    (block) =>
      `${block}\n\n| Term | Where |\n| --- | --- |\n| one | [@text1, ¶ 3] |\n| two | [@text2, ¶ 4] |`,
  ),
  code: inEach(Infinity, (block) => `${block} The \`code\` says so.`),
  'a link definition': inEach(
    Infinity,
    (block) => `${block} See [the archive] too.\n\n[the archive]: https://example.org/archive`,
  ),
  'attributions with a dash': inBody((body) =>
    body.replace(/^> (.*)\n> (\[@.*\])$/gm, '> $1\n>\n> — Nobody $2'),
  ),
  'dashes for commas': inBody((body) => everyNth(body, /, (?!¶)/g, 2, () => ' – ')),
  notes: (paper) => {
    const notes: string[] = [];
    const body = inBody((text) =>
      everyNth(text, / (\[@text\d+, ¶ \d+\])\.(?= |$)/gm, 3, (_, citation) => {
        notes.push(`[^x${notes.length}]: See ${citation}.`);
        return `.[^x${notes.length - 1}]`;
      }),
    )(paper);
    return `${body}\n${notes.join('\n\n')}\n`;
  },
  irony: inEach(3, (block) => block.replace(/^(\S+ \S+) (\S+ \S+) /, '$1 “$2” ')),
  'prefixes and ranges': inBody((body) =>
    everyNth(
      everyNth(
        body,
        /\[@(text\d+), ¶ (\d+)\]/g,
        4,
        (_, key, number) => `[see @${key}, para. ${number}, and elsewhere]`,
      ),
      /\[@(text\d+), ¶ (\d+)\]/g,
      3,
      (_, key, number) => `[@${key}, ¶¶ ${number}–${Number(number) + 1}; cf. @text1, ¶ 2]`,
    ),
  ),
  'rich front matter': (paper) =>
    paper.replace(
      /^---\ntitle: (.*)\n/,
      '---\ntitle: "$1: a reading"\nkeywords: [reading, practice]\nlang: en-GB\nabstract: |\n  What is said here\n  in two lines.\n',
    ),
  French: (paper) =>
    paper
      .replace(/^---\n/, '---\nlang: fr\n')
      .replaceAll('“', '«\u202F')
      .replaceAll('”', '\u202F»'),
  'marks in marks': inBody((body) =>
    everyNth(body, /“(\S+ \S+) (\S+ \S+) /g, 3, (_, first, second) => `“${first} ‘${second}’ `),
  ),
  'words left out': inBody((body) =>
    everyNth(body, /“(\S+ \S+ \S+) \S+ (\S+ \S+)/g, 2, (_, first, second) => `“${first} […] ${second}`),
  ),
  'nested lists': inBody((body) => body.replace(/^- (.*)\n- (.*)\n- /gm, '- $1\n  - $2\n- ')),
  'definition lists': inBody((body) => body.replace(/^- (\S+) (.*)$/gm, '\n$1\n:   $2\n')),
  'another alphabet': inBody((body) =>
    body.replace(/(?<![@“\w[(/.])\b[a-z]{5,}\b(?![^“\n]*”)/g, (word) =>
      String.fromCharCode(...Array.from(word, (letter) => letter.charCodeAt(0) - 97 + 0x430)),
    ),
  ),
  'one quotation in five altered': inBody((body) =>
    everyNth(body, /“(\S+ \S+) \S+ (\S+ )/g, 5, (_, first, second) => `“${first} otherwise ${second}`),
  ),
};

function inBody(change: (body: string) => string): (paper: string) => string {
  return (paper) => {
    const start = paper.indexOf('\n---\n') + 5;
    return paper.slice(0, start) + change(paper.slice(start));
  };
}

function inProse(change: (block: string, count: number) => string): (paper: string) => string {
  return inBody((body) => {
    let count = 0;
    return body
      .split('\n\n')
      .map((block) => (/^[A-Z*“"]/.test(block) ? change(block, count++) : block))
      .join('\n\n');
  });
}

/** Changes the first paragraph, and every nth after it. */
function inEach(nth: number, change: (block: string) => string): (paper: string) => string {
  return inProse((block, count) => (count === 0 || count % nth === 0 ? change(block) : block));
}

function everyNth(
  text: string,
  pattern: RegExp,
  nth: number,
  change: (whole: string, first: string, second: string) => string,
): string {
  let count = 0;
  return text.replace(pattern, (whole: string, first: string, second: string) =>
    count++ % nth === 0 ? change(whole, first, second) : whole,
  );
}

function wrapped(block: string, width: number): string {
  let line = 0;
  return block.replace(/ (\S+)/g, (whole, word: string) => {
    line += whole.length;
    if (line <= width) return whole;
    line = word.length;
    return `\n${word}`;
  });
}
