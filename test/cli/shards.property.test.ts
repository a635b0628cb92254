import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkFormats } from '../../src/cli/formats/reportFormats.ts';
import { Desk, type Ran, type RunOptions } from '../support/commandLine.ts';
import { runs } from '../support/runs.ts';
import { tale } from '../support/sample.ts';

/** What one group has written, and how strict it is. */
const group = fc.record({
  citations: fc.array(fc.constantFrom('[@tale, ¶ 1]', '[@tale, ¶ 9]', '[@tale]', '[@tael, ¶ 1]'), {
    maxLength: 3,
  }),
  failOn: fc.constantFrom('hint', 'error', 'warning'),
});
const federation = fc.record({
  groups: fc.array(group, { minLength: 1, maxLength: 5 }),
  of: fc.integer({ min: 1, max: 7 }),
  format: fc.constantFrom(...checkFormats),
  lang: fc.constantFrom('en', 'fr'),
  failOn: fc.constantFrom<readonly string[]>([], ['--fail-on', 'hint'], ['--fail-on', 'error']),
});

describe('a check in parts', function () {
  this.timeout(120_000);
  // What a test imports is loaded twice, and the language set once, where commands are loaded late. In one way it is not.
  let program: RunOptions['program'];
  before(async () => {
    program = (await import('../../src/cli/program.ts')).run;
  });
  afterEach(async () => (await import('../../src/core/messages.ts')).speakIn());

  it('put together is the whole check, byte for byte and by its exit code', async () => {
    await fc.assert(
      fc.asyncProperty(federation, async ({ groups, of, format, lang, failOn }) => {
        const desk = await Desk.with();
        const run = (...args: string[]): Promise<Ran> => desk.run(args, { ...(program && { program }) });
        try {
          for (const [at, { citations, failOn: own }] of groups.entries()) {
            const root = `group-${String(at)}`;
            await desk.write(`${root}/pilcrow.json`, JSON.stringify({ failOn: own }));
            await desk.write(`${root}/sources/tale.md`, tale.replace(/^===.*\n/, ''));
            for (const [paper, citation] of citations.entries())
              await desk.write(`${root}/papers/${String(paper)}.analysis.md`, `A lamp ${citation}.\n`);
          }
          const said = [`--format=${format}`, `--lang=${lang}`, '--no-color'];
          const whole = await run('check', '.', ...said, ...failOn);
          const names = Array.from({ length: of }, (_, at) => `part-${String(of - at)}.report`);
          for (const [at, name] of names.entries()) {
            const shard = `--shard=${String(of - at)}/${String(of)}`;
            const { code } = await run('check', '.', '-q', shard, '--report', name, ...failOn);
            assert.ok(code <= whole.code, 'no part is worse than the whole');
          }
          assert.deepEqual(await run('report', 'merge', ...names, ...said), whole);
        } finally {
          await desk.remove();
        }
      }),
      { numRuns: runs(12) },
    );
  });
});
